import { escaped } from '../../server/src/report/fragments';
import { viewStyle } from '../../server/src/report/style';
import { language } from '../../server/src/report/words';

export interface Shell {
	/** Made anew for each page: only what carries it is applied or run. */
	readonly nonce: string;
	/** Address of the page's script. */
	readonly script: string;
	/** Address of the draft; the page hands it back when the window reloads. */
	readonly draft: string;
	readonly title: string;
	/** Until the report is there. */
	readonly waiting: string;
}

/** The page of a report before there is anything in it. Nothing is fetched but its script. */
export function reportShell({ nonce, script, draft, title, waiting }: Shell): string {
	const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
	return `<!DOCTYPE html>
<html lang="${escaped(language())}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${viewStyle}</style>
</head>
<body data-draft="${escaped(draft)}">
<main><p role="status">${escaped(waiting)}</p></main>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>
`;
}
