/**
 * What the API's page does in a browser: «Try it out» sends what was filled in and shows the answer as text. It
 * stands in the page as it is here, allowed by its hash; nothing of an answer becomes markup.
 */
export const API_PAGE_SCRIPT = `'use strict';
document.addEventListener('click', async (event) => {
  const button = event.target.closest('button[data-verb]');
  if (button === null) return;
  const inputs = [...button.parentElement.querySelectorAll('[data-in]')];
  const valueOf = (name) => inputs.find((input) => input.name === name).value;
  const path = button.dataset.path.replace(/\\{(\\w+)\\}/g, (_, name) => encodeURIComponent(valueOf(name)));
  const query = inputs.filter(({ dataset, value }) => dataset.in === 'query' && value !== '');
  const body = inputs.find(({ dataset }) => dataset.in === 'body');
  const token = document.getElementById('token').value;
  const headers = {};
  if (token !== '') headers.authorization = 'Bearer ' + token;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const shown = button.parentElement.querySelector('output');
  try {
    const parameters = new URLSearchParams(query.map(({ name, value }) => [name, value])).toString();
    const answer = await fetch(document.body.dataset.base + path + (parameters === '' ? '' : '?' + parameters), {
      method: button.dataset.verb,
      headers,
      credentials: 'omit',
      body: body === undefined ? undefined : body.value,
    });
    shown.textContent = answer.status + ' ' + answer.statusText + '\\n' + (await answer.text());
  } catch (error) {
    shown.textContent = String(error);
  }
});
`;
