/**
 * A report as one page of HTML that stands by itself: no script, nothing fetched, and a policy that forbids both. The
 * bars are a rectangle each; a chart library would weigh more than the page.
 */
import { t } from '@vscode/l10n';
import { escaped, headHtml, navHtml, sectionHtml } from './fragments';
import type { Report } from './model';
import { type Outline, outlineOf } from './outline';
import { style, styleHash } from './style';
import { counted, language, type PlaceText } from './words';

/** One page for one or several reports; ends with a line end. */
export function htmlReport(reports: readonly Report[]): string {
	const outlines = reports.map(outlineOf);
	const [first] = outlines;
	const isSingle = outlines.length === 1 && first !== undefined;
	const title = t('Source report: {0}', isSingle ? first.title : counted(outlines.length, 'draft'));
	const level = isSingle ? 2 : 3;
	const articles = outlines.map((outline, i) => articleHtml(outline, `d${i + 1}-`, isSingle ? null : level - 1, level));
	return `<!DOCTYPE html>
<html lang="${escaped(language())}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#report">${escaped(t('Skip to the report'))}</a>
<header>
<h1 dir="auto">${escaped(title)}</h1>
${isSingle ? headHtml(first) : ''}${isSingle ? navHtml(first.sections.map(({ id, title: name }) => [`d1-${id}`, name])) : navHtml(outlines.map((outline, i) => [`d${i + 1}-top`, outline.title]))}</header>
<main id="report" tabindex="-1">
${articles.join('\n')}
</main>
</body>
</html>
`;
}

/** `titleLevel`: of the draft's own heading, where the page has several. */
function articleHtml(outline: Outline, prefix: string, titleLevel: number | null, level: number): string {
	const manner = { prefix, isAlone: titleLevel === null, level, place: ({ text }: PlaceText) => escaped(text) };
	const head =
		titleLevel === null
			? ''
			: `<h${titleLevel} id="${prefix}top" dir="auto">${escaped(outline.title)}</h${titleLevel}>\n${headHtml(outline)}`;
	return `<article>\n${head}${outline.sections.map(section => sectionHtml(section, manner)).join('')}</article>`;
}
