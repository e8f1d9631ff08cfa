// Small comforts; every page works without them.
'use strict';

for (const button of document.querySelectorAll('button[data-reveals]')) {
  const field = document.getElementById(button.dataset.reveals);
  button.hidden = false;
  button.addEventListener('click', () => {
    const shown = field.type === 'text';
    field.type = shown ? 'password' : 'text';
    button.textContent = shown ? button.dataset.show : button.dataset.hide;
    button.setAttribute('aria-pressed', String(!shown));
    field.focus();
  });
}

const company = document.getElementById('company');
const slug = document.getElementById('slug');
if (company && slug) {
  let own = slug.value !== '';
  slug.addEventListener('input', () => { own = slug.value !== ''; });
  company.addEventListener('input', () => {
    if (!own) {
      slug.value = company.value.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-')
        .replace(/^[^a-z]+|-+$/g, '').slice(0, 31);
    }
  });
}

for (const swatch of document.querySelectorAll('input[name=accent]')) {
  const paint = () => swatch.checked && document.documentElement.style.setProperty('--accent', swatch.value);
  swatch.addEventListener('change', paint);
  paint();
}

for (const form of document.querySelectorAll('form')) {
  form.addEventListener('submit', () => {
    const button = form.querySelector('button[type=submit]');
    setTimeout(() => { button.disabled = true; });
  });
}
addEventListener('pageshow', event => {
  if (event.persisted) {
    document.querySelectorAll('button[disabled]').forEach(button => { button.disabled = false; });
  }
});
