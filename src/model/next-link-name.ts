// Names that services give the address of the next page: OData, Microsoft, Django, and most others.
const NEXT_LINK = /^(?:@odata\.)?next_?(?:link|page|url)?$/i;

/** Whether a Property of that name leads to the next page, where nobody says otherwise. */
export function isNextLinkName(wireName: string): boolean {
  return NEXT_LINK.test(wireName);
}
