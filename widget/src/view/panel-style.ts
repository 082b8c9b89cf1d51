/** The product's tokens: one scale of space, one of type, one accent. On the panel, where no rule of the page reaches. */
export const panelStyle = `
.place {
  --ground: #fff; --raised: #f1f4f7; --line: #dfe5eb; --text: #1c2733; --muted: #55636f; --accent: #0b62c4; --on-accent: #fff; --warn: #8a4b00; --warn-ground: #fff5e6;
}
@media (prefers-color-scheme: dark) {
  .place { --ground: #12181f; --raised: #1f2933; --line: #2c3742; --text: #e6ebf0; --muted: #a3b0bc; --accent: #6cb2ff; --on-accent: #0c1219; --warn: #f0b35c; --warn-ground: #2b2113; }
}
.place, .place * { box-sizing: border-box }
.panel[hidden] { display: none }
.panel {
  position: fixed; inset-block-end: 88px; inset-inline-end: 16px; width: 384px; height: min(640px, calc(100dvh - 104px));
  display: flex; flex-direction: column; overflow: hidden; color: var(--text); background: var(--ground);
  border: 1px solid var(--line); border-radius: 12px; box-shadow: 0 12px 32px rgb(0 0 0 / .2);
  font: 14px/1.5 system-ui, sans-serif; text-align: start; animation: rise .16s ease-out;
}
@keyframes rise { from { opacity: 0; transform: translateY(8px) } }
.panel :where(h2, p, ol) { margin: 0; padding: 0; font: inherit }
ol { list-style: none; display: flex; flex-direction: column; gap: 4px }
header { display: flex; align-items: center; gap: 8px; padding: 12px; border-block-end: 1px solid var(--line) }
.who { display: flex; align-items: center; gap: 12px; flex: 1; min-width: 0 }
.who > div { min-width: 0 }
.who h2 { font-size: 16px; font-weight: 600; line-height: 1.3; overflow-wrap: anywhere }
.who p { font-size: 12px; line-height: 1.4; color: var(--muted); overflow-wrap: anywhere }
.face { flex: none; width: 32px; height: 32px; border-radius: 50%; display: grid; place-items: center; object-fit: cover; font-weight: 600; color: var(--on-accent); background: var(--accent) }
.face.ai { color: var(--accent); background: var(--raised) }
.face svg { fill: currentColor }
.panel :where(button) { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer }
.panel .close { flex: none; width: 36px; height: 36px; display: grid; place-items: center; border-radius: 8px; color: var(--muted) }
.panel .close:hover { background: var(--raised) }
.panel :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.log:focus-visible { outline-offset: -2px }
[dir="rtl"] :is(.who, .hello, .trouble, .limit) { text-align: right }
.trouble { padding: 8px 12px; font-size: 12px; color: var(--warn); background: var(--warn-ground); border-block-end: 1px solid var(--line) }
.thread { position: relative; flex: 1; min-height: 0; display: flex }
.log { flex: 1; min-width: 0; overflow-y: auto; overscroll-behavior: contain; padding: 16px 12px }
.hello { color: var(--muted) }
li { display: flex; gap: 8px; align-items: flex-start }
li:has(.name) { margin-block-start: 8px }
li.other > .said:first-child { margin-inline-start: 40px }
li.own { justify-content: flex-end; margin-block-start: 8px }
.own + .own { margin-block-start: 0 }
.said { min-width: 0; max-width: calc(100% - 56px); display: flex; flex-direction: column; align-items: flex-start }
.own .said { align-items: flex-end }
.said .name { font-size: 12px; color: var(--muted); margin-block-end: 4px }
.bubble { max-width: 100%; padding: 8px 12px; border-radius: 12px; background: var(--raised); border: 1px solid transparent; white-space: pre-wrap; overflow-wrap: anywhere }
.own .bubble { color: var(--on-accent); background: var(--accent) }
.waiting .bubble { color: var(--text); background: var(--ground); border: 1px dashed var(--accent) }
.bubble a { color: inherit; text-decoration: underline }
.said .note { font-size: 12px; color: var(--muted); font-variant-numeric: tabular-nums }
.said .note.failed { color: var(--warn); text-align: end }
.panel .link { color: var(--accent); text-decoration: underline; min-height: 24px }
.log .answering { color: var(--muted); font-size: 12px; margin-block-start: 8px }
.panel .latest { position: absolute; inset-block-end: 8px; inset-inline: 0; margin: auto; width: max-content; padding: 4px 12px; border-radius: 16px; color: var(--on-accent); background: var(--accent); font-size: 12px }
.composer { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 8px; padding: 12px; border-block-start: 1px solid var(--line) }
textarea { flex: 1; min-width: 0; resize: none; padding: 8px 12px; font: 16px/1.4 system-ui, sans-serif; color: inherit; background: var(--ground); border: 1px solid var(--muted); border-radius: 8px; overflow-y: auto }
textarea::placeholder { color: var(--muted); opacity: 1 }
.panel .send { flex: none; width: 40px; height: 40px; display: grid; place-items: center; border-radius: 8px; color: var(--on-accent); background: var(--accent) }
.panel .send[aria-disabled="true"] { color: var(--muted); background: var(--raised); cursor: default }
.send svg { fill: currentColor }
[dir="rtl"] .send svg { transform: scaleX(-1) }
.limit { flex-basis: 100%; font-size: 12px; color: var(--muted) }
.limit:empty { display: none }
.limit.over { color: var(--warn) }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
@media (max-width: 480px), (max-height: 420px) {
  .panel { inset: 0; width: auto; height: 100dvh; border: 0; border-radius: 0 }
}
@media (prefers-reduced-motion: reduce) { .panel { animation: none } }
@media (forced-colors: active) {
  .bubble, .panel .send, .face, .panel .latest { border: 1px solid CanvasText }
  .face { forced-color-adjust: none; color: CanvasText; background: Canvas }
}
`;
