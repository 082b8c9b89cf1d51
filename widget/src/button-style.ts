/** What is important inside counts more than what a page calls important: nothing of it reaches the widget, or hides it. */
export const buttonStyle = `
:host { all: initial !important; display: block !important; position: fixed !important; inset: auto 0 0 auto !important; z-index: 2147483647 !important; color-scheme: light dark !important }
@media print { :host { display: none !important } }
.button {
  position: fixed; inset-block-end: 16px; inset-inline-end: 16px; box-sizing: border-box; width: 56px; height: 56px; padding: 0; display: grid; place-items: center;
  color: #fff; background: #0b62c4; border: 1px solid #fff; border-radius: 50%; box-shadow: 0 4px 16px rgb(0 0 0 / .25); cursor: pointer
}
.button:hover { background: #0953a8 }
.button:focus-visible { outline: 3px solid #6cb2ff; outline-offset: 2px }
.button[aria-busy="true"] { cursor: progress; opacity: .8 }
.count {
  position: absolute; inset-block-start: -4px; inset-inline-end: -4px; min-width: 20px; padding: 0 4px; box-sizing: border-box;
  font: 600 12px/20px system-ui, sans-serif; text-align: center; color: #fff; background: #b3261e; border-radius: 10px
}
.count:empty { display: none }
@media (forced-colors: active) { .button, .count { border: 1px solid ButtonText } }
`;
