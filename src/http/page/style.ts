/** What all of our pages are drawn with: one scale of space, one of type, one accent. */
export const tokens = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#fff, #12181f); --raised: light-dark(#f5f7f9, #1b242d); --line: light-dark(#dfe5eb, #2c3742);
  --text: light-dark(#1c2733, #e6ebf0); --muted: light-dark(#55636f, #a3b0bc); --warn: light-dark(#8a4b00, #f0b35c);
  --accent: light-dark(#0b62c4, #6cb2ff); --on-accent: light-dark(#fff, #0c1219);
  --sans: system-ui, sans-serif; --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
}
`;

export const prose = `
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.5 var(--sans); color: var(--text); background: var(--ground) }
main { max-width: 44rem; margin: 0 auto; padding: 32px 16px }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 8px; display: flex; align-items: center; gap: 12px }
h1 img { width: 32px; height: 32px }
h2 { font-size: 20px; line-height: 1.3; margin: 32px 0 8px }
p { margin: 0 0 12px }
a { color: var(--accent) }
button { font: 600 16px/1.5 var(--sans); padding: 8px 16px; border: 0; border-radius: 4px; color: var(--on-accent); background: var(--accent); cursor: pointer }
button:focus-visible { outline: 2px solid var(--text); outline-offset: 2px }
ul, ol, dl { margin: 0; padding: 0; list-style: none }
.rows > * { padding: 12px 0; border-top: 1px solid var(--line) }
.rows a { font-weight: 600; text-decoration: none }
.rows a:hover { text-decoration: underline }
.rows span, .muted { display: block; color: var(--muted); font-size: 14px }
code, pre { font-family: var(--mono); font-size: 14px; background: var(--raised); border-radius: 4px }
code { padding: 2px 4px; overflow-wrap: anywhere }
pre { margin: 0 0 12px; padding: 12px; overflow-x: auto; border: 1px solid var(--line) }
pre code { padding: 0; background: none; overflow-wrap: normal }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th, td { text-align: left; padding: 8px 12px 8px 0; border-top: 1px solid var(--line); vertical-align: top }
th { font-size: 14px; color: var(--muted); font-weight: 600; border-top: 0 }
`;
