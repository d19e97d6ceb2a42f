import { describe, expect, test } from 'vitest';
import { fileNameIn } from '../../src/runtime/file-name-in.js';

const latin1 = (text: string): string => Buffer.from(text).toString('latin1');

describe('the file name in a Content-Disposition header', () => {
  const rows: { name: string; given: string; want: string | undefined }[] = [
    { name: 'none', given: '', want: undefined },
    { name: 'none beside the type', given: 'attachment', want: undefined },
    { name: 'a token', given: 'attachment; filename=a.pdf', want: 'a.pdf' },
    {
      name: 'a token that has a blank, though it should not',
      given: 'attachment; filename=a b.pdf ; x=1',
      want: 'a b.pdf',
    },
    { name: 'a quoted text', given: 'attachment; FileName = "a;b \\"c\\".pdf"; size=1', want: 'a;b "c".pdf' },
    { name: 'no type before it', given: 'filename="a.pdf"', want: 'a.pdf' },
    { name: 'UTF-8 as it is', given: latin1('attachment; filename="naïve €.pdf"'), want: 'naïve €.pdf' },
    { name: 'Latin 1 as it is', given: 'attachment; filename="na\u00efve.pdf"', want: 'naïve.pdf' },
    {
      name: 'the extended one first, whichever comes first',
      given: 'attachment; filename*=UTF-8\'\'na%C3%AFve%20%E2%82%AC.pdf; filename="na_ve.pdf"',
      want: 'naïve €.pdf',
    },
    {
      name: 'extended in Latin 1',
      given: "attachment; filename*=iso-8859-1'en'na%EFve.pdf",
      want: 'naïve.pdf',
    },
    {
      name: 'the plain one where the extended one cannot be read',
      given: "attachment; filename=a.pdf; filename*=UTF-8''%FF.pdf",
      want: 'a.pdf',
    },
    { name: 'of a charset nobody knows', given: "attachment; filename*=x-evil''a.pdf", want: undefined },
    {
      name: 'inside another parameter',
      given: 'form-data; name="x; filename=evil"; xfilename=q',
      want: undefined,
    },
    { name: 'folders are dropped', given: 'attachment; filename="../../etc/passwd"', want: 'passwd' },
    { name: "another system's folders", given: 'attachment; filename="C:\\dir\\a.pdf"', want: 'a.pdf' },
    { name: 'folders in disguise', given: "attachment; filename*=UTF-8''..%2F..%2Fpasswd", want: 'passwd' },
    { name: 'dots', given: 'attachment; filename=".."', want: undefined },
    { name: 'a folder', given: 'attachment; filename="a/"', want: undefined },
    { name: 'controls', given: "attachment; filename*=UTF-8''a%00%0D%0Ab.pdf", want: 'ab.pdf' },
  ];
  for (const { name, given, want } of rows) test(name, () => expect(fileNameIn(given)).toBe(want));
});
