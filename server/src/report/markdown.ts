/** A report as Markdown that reads well as it stands, and in which no word of the draft is a mark. */
import { t } from '@vscode/l10n';
import type { Report } from './model';
import { type Cell, type Item, type Outline, outlineOf, type Part, type Table } from './outline';
import { placesName, printable } from './words';

/** The report of one draft; ends with a line end. */
export function markdownReport(report: Report): string {
	const outline = outlineOf(report);
	return `${[...head(outline), ...outline.sections.flatMap(({ title, parts }) => [`## ${escaped(title)}`, ...parts.map(partText)])].join('\n\n')}\n`;
}

function head({ title, facts, note }: Outline): readonly string[] {
	return [
		`# ${escaped(t('Source report: {0}', title))}`,
		facts.map(([label, value]) => `- ${escaped(label)}: ${escaped(value)}`).join('\n'),
		escaped(note),
	];
}

function partText(part: Part): string {
	switch (part.kind) {
		case 'text':
			return escaped(part.text);
		case 'table':
			return tableText(part);
		case 'items':
			return part.items.map(itemText).join('\n');
		case 'subsection':
			return [
				`### ${escaped(part.title)}`,
				...part.answers.flatMap(({ question, items, absence }) =>
					items.length === 0
						? [`**${escaped(question)}** ${escaped(absence)}`]
						: [`**${escaped(question)}**`, items.map(itemText).join('\n')],
				),
			].join('\n\n');
	}
}

function tableText({ caption, columns, rows }: Table): string {
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	return [
		`${escaped(caption)}:`,
		[
			line(columns.map(({ title }) => escaped(title))),
			line(columns.map(({ numeric }) => (numeric ? '---:' : '---'))),
			...rows.map(({ cells }) => line(cells.map(cellText))),
		].join('\n'),
	].join('\n\n');
}

function cellText(cell: Cell): string {
	if (typeof cell === 'string') return escaped(cell);
	return 'mark' in cell ? `${escaped(cell.text)} (${escaped(cell.mark)})` : escaped(placesName(cell));
}

function itemText({ lead, words, notes, places }: Item): string {
	const said = [lead, words].filter(each => each !== null).map(escaped);
	const told = [...(said.length > 0 ? [said.join(': ')] : []), ...notes.map(escaped)].join('; ');
	const where = placesName(places);
	return `- ${told}${where === '' ? '' : ` (${escaped(where)})`}`;
}

/** What Markdown and GitHub's extensions take for a mark in running text or in a table; dots and dashes stay readable. */
const marks = /[\\`*_[\]<>|~$&@#^]/g;
/** What is one at the start of a line only. */
const opening = /^(?:[-+=:]|\d{1,9}[.)](?=\s|$))/;

/** Words in which nothing is a mark. */
export function escaped(text: string): string {
	const line = printable(text)
		.replace(marks, '\\$&')
		.replace(/:\/\//g, '\\://')
		.replace(/\bwww\./gi, match => `${match.slice(0, 3)}\\.`);
	return line.replace(opening, match => `${match.slice(0, -1)}\\${match.slice(-1)}`);
}
