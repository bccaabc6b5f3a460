/**
 * A report as one page of HTML that stands by itself: no script, nothing fetched, and a policy that forbids both. The
 * bars are a rectangle each; a chart library would weigh more than the page.
 */
import { t } from '@vscode/l10n';
import type { Report } from './model';
import { type Item, type Outline, outlineOf, type Part, type Row, type Section, type Table } from './outline';
import { style, styleHash } from './style';
import { counted, language, printable } from './words';

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

function navHtml(links: readonly (readonly [id: string, title: string])[]): string {
	if (links.length === 0) return '';
	const items = links.map(([id, title]) => `<li><a href="#${id}"><bdi>${escaped(title)}</bdi></a></li>`);
	return `<nav aria-label="${escaped(t('Contents'))}"><ul>${items.join('')}</ul></nav>\n`;
}

function headHtml({ facts, note }: Outline): string {
	const rows = facts.map(([label, value]) => `<dt>${escaped(label)}</dt><dd dir="auto">${escaped(value)}</dd>`);
	return `<dl>${rows.join('')}</dl>\n<p class="soft">${escaped(note)}</p>\n`;
}

/** `titleLevel`: of the draft's own heading, where the page has several. */
function articleHtml(outline: Outline, prefix: string, titleLevel: number | null, level: number): string {
	const head =
		titleLevel === null
			? ''
			: `<h${titleLevel} id="${prefix}top" dir="auto">${escaped(outline.title)}</h${titleLevel}>\n${headHtml(outline)}`;
	return `<article>\n${head}${outline.sections.map(section => sectionHtml(section, prefix, level)).join('')}</article>`;
}

function sectionHtml({ id, title, parts }: Section, prefix: string, level: number): string {
	const heading = `<h${level} id="${prefix}${id}">${escaped(title)}</h${level}>`;
	return `<section aria-labelledby="${prefix}${id}">\n${heading}\n${parts.map(part => partHtml(part, level + 1)).join('\n')}\n</section>\n`;
}

function partHtml(part: Part, level: number): string {
	switch (part.kind) {
		case 'text':
			return `<p>${escaped(part.text)}</p>`;
		case 'table':
			return tableHtml(part);
		case 'items':
			return itemsHtml(part.items);
		case 'subsection':
			return `<h${level}>${escaped(part.title)}</h${level}>\n${part.answers
				.map(
					({ question, items, absence }) =>
						`<h${level + 1}>${escaped(question)}</h${level + 1}>\n${items.length === 0 ? `<p class="soft">${escaped(absence)}</p>` : itemsHtml(items)}`,
				)
				.join('\n')}`;
	}
}

/** A wide table scrolls by itself, with the keyboard too. */
function tableHtml({ caption, columns, rows }: Table): string {
	const hasBars = rows.some(({ bar }) => bar !== undefined);
	const heads = columns.map(
		({ title, numeric, wide }) =>
			`<th scope="col"${numeric ? ' class="number"' : wide ? ' class="wide"' : ''}>${escaped(title)}</th>`,
	);
	// The bar says nothing that the figures beside it do not.
	if (hasBars) heads.push('<td class="chart" aria-hidden="true"></td>');
	const body = rows.map(row => rowHtml(row, columns, hasBars));
	return `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(caption)}"><table>
<caption>${escaped(caption)}</caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}

function rowHtml({ cells, bar }: Row, columns: Table['columns'], hasBars: boolean): string {
	const html = cells.map((cell, i) => {
		const text = escaped(cell);
		if (i === 0) return `<th scope="row" dir="auto">${text}</th>`;
		return columns[i]?.numeric ? `<td class="number">${text}</td>` : `<td dir="auto">${text}</td>`;
	});
	if (hasBars) html.push(`<td class="chart" aria-hidden="true">${bar ? barSvg(bar) : ''}</td>`);
	return `<tr>${html.join('')}</tr>`;
}

function barSvg({ share, standing }: NonNullable<Row['bar']>): string {
	const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
	return `<svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false"><rect class="track" width="100" height="10"/><rect class="${standing}" width="${width}" height="10"/></svg>`;
}

function itemsHtml(items: readonly Item[]): string {
	return `<ul>\n${items.map(itemHtml).join('\n')}\n</ul>`;
}

function itemHtml({ lead, words, notes, place }: Item): string {
	const said = [
		...(lead === null ? [] : [`<bdi>${escaped(lead)}</bdi>`]),
		...(words === null ? [] : [`<bdi>${escaped(words)}</bdi>`]),
	].join(': ');
	const told = [...(said === '' ? [] : [said]), ...notes.map(note => `<bdi class="notes">${escaped(note)}</bdi>`)].join(
		'; ',
	);
	return `<li>${told}${place === '' ? '' : ` <span class="place">(${escaped(place)})</span>`}</li>`;
}

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

function escaped(text: string): string {
	return printable(text).replace(/[&<>"']/g, character => entities[character] ?? '');
}
