/** The parts of a report as HTML. Every word of the draft is escaped here, and nowhere else is HTML written of it. */
import { t } from '@vscode/l10n';
import type { Cell, Item, Outline, Part, Row, Section, Table } from './outline';
import { type PlaceList, type PlaceText, printable } from './words';

export interface Manner {
	/** Stands before each id, so that a page can hold several reports. */
	readonly prefix: string;
	/** Whether the page holds no other report: its sections are landmarks then, with names of their own. */
	readonly isAlone: boolean;
	/** Of the sections' headings. */
	readonly level: number;
	/** A place of the draft, as text or as what leads there. */
	readonly place: (place: PlaceText) => string;
}

/** A part of a view that is kept up to date: it can be replaced by itself. */
export interface PagePart {
	readonly id: string;
	/** One element. */
	readonly html: string;
}

/** What stands in a view instead of a report. */
export function messageParts(title: string, message: string): readonly PagePart[] {
	return [{ id: 'head', html: `<header>\n${titleHtml(title)}<p>${escaped(message)}</p>\n</header>` }];
}

export function titleHtml(title: string): string {
	return `<h1 dir="auto">${escaped(t('Source report: {0}', title))}</h1>\n`;
}

/** Label and value, and what the report is. */
export function headHtml({ facts, note }: Outline): string {
	const rows = facts.map(([label, value]) => `<dt>${escaped(label)}</dt><dd dir="auto">${escaped(value)}</dd>`);
	return `<dl>${rows.join('')}</dl>\n<p class="soft">${escaped(note)}</p>\n`;
}

/** Links to headings of the page. */
export function navHtml(links: readonly (readonly [id: string, title: string])[]): string {
	if (links.length === 0) return '';
	const items = links.map(([id, title]) => `<li><a href="#${id}"><bdi>${escaped(title)}</bdi></a></li>`);
	return `<nav aria-label="${escaped(t('Contents'))}"><ul>${items.join('')}</ul></nav>\n`;
}

export function sectionHtml({ id, title, parts }: Section, manner: Manner): string {
	const { prefix, level, isAlone } = manner;
	const name = isAlone ? ` aria-labelledby="${prefix}${id}"` : '';
	const heading = `<h${level} id="${prefix}${id}">${escaped(title)}</h${level}>`;
	return `<section${name}>\n${heading}\n${parts.map(part => partHtml(part, manner)).join('\n')}\n</section>\n`;
}

function partHtml(part: Part, manner: Manner): string {
	const level = manner.level + 1;
	switch (part.kind) {
		case 'text':
			return `<p>${escaped(part.text)}</p>`;
		case 'table':
			return tableHtml(part, manner);
		case 'items':
			return itemsHtml(part.items, manner);
		case 'subsection':
			return `<h${level}>${escaped(part.title)}</h${level}>\n${part.answers
				.map(
					({ question, items, absence }) =>
						`<h${level + 1}>${escaped(question)}</h${level + 1}>\n${items.length === 0 ? `<p class="soft">${escaped(absence)}</p>` : itemsHtml(items, manner)}`,
				)
				.join('\n')}`;
	}
}

/** A wide table scrolls by itself, with the keyboard too. */
function tableHtml({ caption, columns, rows }: Table, manner: Manner): string {
	const hasBars = rows.some(({ bar }) => bar !== undefined);
	const heads = columns.map(
		({ title, numeric, wide }) =>
			`<th scope="col"${numeric ? ' class="number"' : wide ? ' class="wide"' : ''}>${escaped(title)}</th>`,
	);
	// The bar says nothing that the figures beside it do not.
	if (hasBars) heads.push('<td class="chart" aria-hidden="true"></td>');
	const body = rows.map(row => rowHtml(row, columns, hasBars, manner));
	return `<div class="scroll" role="group" tabindex="0" aria-label="${escaped(caption)}"><table>
<caption>${escaped(caption)}</caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}

function rowHtml({ cells, bar }: Row, columns: Table['columns'], hasBars: boolean, manner: Manner): string {
	const html = cells.map((cell, i) => {
		const text = cellHtml(cell, manner);
		if (i === 0) return `<th scope="row" dir="auto">${text}</th>`;
		return columns[i]?.numeric ? `<td class="number">${text}</td>` : `<td dir="auto">${text}</td>`;
	});
	if (hasBars) html.push(`<td class="chart" aria-hidden="true">${bar ? barSvg(bar) : ''}</td>`);
	return `<tr>${html.join('')}</tr>`;
}

function cellHtml(cell: Cell, manner: Manner): string {
	if (typeof cell === 'string') return escaped(cell);
	if ('shown' in cell) return placesHtml(cell, manner);
	return `<bdi>${escaped(cell.text)}</bdi> <span class="mark">${escaped(cell.mark)}</span>`;
}

function placesHtml({ shown, more }: PlaceList, { place }: Manner): string {
	const html = shown.map(place).join(', ');
	return more > 0 ? t('{0} and {1} more', html, more) : html;
}

function barSvg({ share, standing }: NonNullable<Row['bar']>): string {
	const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
	return `<svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false"><rect class="track" width="100" height="10"/><rect class="${standing}" width="${width}" height="10"/></svg>`;
}

function itemsHtml(items: readonly Item[], manner: Manner): string {
	return `<ul>\n${items.map(item => itemHtml(item, manner)).join('\n')}\n</ul>`;
}

function itemHtml({ lead, words, notes, places }: Item, manner: Manner): string {
	const said = [
		...(lead === null ? [] : [`<bdi>${escaped(lead)}</bdi>`]),
		...(words === null ? [] : [`<bdi>${escaped(words)}</bdi>`]),
	].join(': ');
	const told = [...(said === '' ? [] : [said]), ...notes.map(note => `<bdi class="notes">${escaped(note)}</bdi>`)].join(
		'; ',
	);
	const where = placesHtml(places, manner);
	return `<li>${told}${where === '' ? '' : ` <span class="place">(${where})</span>`}</li>`;
}

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Words as the text of an element or the value of an attribute. */
export function escaped(text: string): string {
	return printable(text).replace(/[&<>"']/g, character => entities[character] ?? '');
}
