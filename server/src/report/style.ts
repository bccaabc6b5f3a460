/** The look of the report: one set of rules for page, view and paper, over colours that each of them has. */
const onPaper = `@media print{:root{color-scheme:light;--ink:#000;--soft:#444;--page:#fff;--line:#999;--band:#eee;--link:#000;--own:#8a929c;--named:#2f6fb3;--described:#3f9aa8;--anonymous:#c2571a;--vague:#8f4fa8;--no-speaker:#b3261e}}
`;

const ofThePage = `:root{color-scheme:light dark;--font:16px/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;--ink:#1c1e21;--soft:#5a6068;--page:#fff;--line:#d5d9de;--band:#f5f6f8;--link:#0b57b0;--focus:#0b57b0;--own:#8a929c;--named:#2f6fb3;--described:#3f9aa8;--anonymous:#c2571a;--vague:#8f4fa8;--no-speaker:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#e6e8ea;--soft:#a4abb3;--page:#17191c;--line:#3a3f45;--band:#202327;--link:#7db4f5;--focus:#7db4f5;--own:#7d858f;--named:#6ea8e6;--described:#5cbccb;--anonymous:#ee8a4a;--vague:#c48bdb;--no-speaker:#f0746c}}
`;

/** The editor's own, whatever its theme; high contrast draws outlines, since its colours are few. */
const ofTheEditor = `html{font-size:var(--vscode-font-size)}
:root{--font:1rem/1.5 var(--vscode-font-family);--ink:var(--vscode-editor-foreground);--soft:var(--vscode-descriptionForeground);--page:var(--vscode-editor-background);--line:var(--vscode-editorWidget-border);--band:var(--vscode-editorWidget-border);--link:var(--vscode-textLink-foreground);--focus:var(--vscode-focusBorder);--own:var(--vscode-charts-lines);--named:var(--vscode-charts-blue);--described:var(--vscode-charts-green);--anonymous:var(--vscode-charts-yellow);--vague:var(--vscode-charts-purple);--no-speaker:var(--vscode-charts-red)}
body.vscode-high-contrast{--line:var(--vscode-contrastBorder);--soft:var(--vscode-editor-foreground);--band:var(--vscode-editor-background)}
body.vscode-high-contrast rect{stroke:var(--vscode-contrastBorder);vector-effect:non-scaling-stroke}
`;

/** Head and sections stand in one element there, and what leads to a place of the draft is a button. */
const inTheView = `body{padding:0}main header{padding:0}main header h1{margin-top:1.25rem}
.go{font:inherit;color:var(--link);background:none;border:0;padding:.1rem .15rem;margin:-.1rem -.15rem;cursor:pointer;text-align:left;text-wrap:balance;text-decoration:underline;text-underline-offset:.15em}
.go:hover{color:var(--vscode-textLink-activeForeground)}
@media print{.go{padding:0;margin:0;text-decoration:none}}
`;

const rules = `*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:var(--font)}
main,header{max-width:64rem;margin:0 auto;padding:0 1.25rem}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;background:var(--page);padding:.25rem .5rem}
a{color:var(--link)}
h1,h2,h3,h4,h5{line-height:1.25;margin:2rem 0 .6rem;overflow-wrap:anywhere}
h1{font-size:1.7rem}h2{font-size:1.3rem}h3{font-size:1.1rem}h4,h5{font-size:1rem}
article+article{border-top:2px solid var(--line);margin-top:3rem}
p,ul,dl{margin:.5rem 0}
ul{padding-left:1.25rem}
li{margin:.2rem 0;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem}
dt,.soft,.place,.notes{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem}
.scroll{overflow-x:auto}
:focus-visible{outline:2px solid var(--focus);outline-offset:1px}
table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.92rem}
caption{text-align:left;color:var(--soft);padding-bottom:.35rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line)}
thead th,thead td{border-bottom:2px solid var(--line);white-space:nowrap}
tbody th{font-weight:600;min-width:8rem}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.wide{min-width:20rem}
.mark{border:1px solid var(--soft);border-radius:.25em;padding:0 .3em;font-size:.85em;font-weight:400;white-space:nowrap}
.chart{width:30%;min-width:7rem}
svg{display:block;width:100%;height:1.1em;margin-top:.2em}
.track{fill:var(--band)}
.own{fill:var(--own)}.named{fill:var(--named)}.described{fill:var(--described)}.anonymous{fill:var(--anonymous)}.vague{fill:var(--vague)}.no-speaker{fill:var(--no-speaker)}
@media (max-width:50rem){thead th,thead td{white-space:normal}tbody th{min-width:5.5rem}.wide{min-width:11rem}.chart{min-width:4rem}}
@media (forced-colors:active){rect{fill:CanvasText}.track{fill:Canvas}}
@media print{body{font-size:10pt}main,header{max-width:none;padding:0}nav,.skip{display:none}.scroll{overflow:visible}.wide{min-width:0}tbody th{min-width:0}td{overflow-wrap:anywhere}tr,li{break-inside:avoid}h2,h3,h4{break-after:avoid}thead{display:table-header-group}rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

/** Of the page that stands by itself. */
export const style = ofThePage + onPaper + rules;

/** Of the view beside a draft. */
export const viewStyle = ofTheEditor + onPaper + rules + inTheView;

/** SHA-256 of the page's sheet in base64: the only style its policy allows. A test keeps it true. */
export const styleHash = 'SZAMIaQ8pWs3pL9dB0nOmvUsJUWXmNTAHfBf+AtYMu8=';
