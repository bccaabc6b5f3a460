/** The checking list for other hands: a table for a spreadsheet, a task list for a page. */
import { t } from '@vscode/l10n';
import { escaped } from '../report/markdown';
import { printable } from '../report/words';
import { inSlices } from '../text/slices';
import { type CheckedItem, countDone } from './progress';
import { kindName, placeTitle } from './words';

export type CheckingFormat = 'csv' | 'markdown';

export interface CheckingExport {
	/** The draft's name, as it is to be shown. */
	readonly file: string;
	readonly items: readonly CheckedItem[];
}

/** The list as text, in slices. */
export function* exportChecking(format: CheckingFormat, list: CheckingExport): Generator<undefined, string, void> {
	return yield* format === 'csv' ? csv(list) : markdown(list);
}

/** What an item costs, in units of text that is read. */
const unitsOfItem = 60;

// --- CSV ---------------------------------------------------------------------------------------------------------

/** As RFC 4180 has it; the mark at the beginning has spreadsheets read it as UTF-8. */
function* csv({ items }: CheckingExport): Generator<undefined, string, void> {
	const head = [
		t('Where'),
		t('Line'),
		t('Kind'),
		t('To check'),
		t('In the text'),
		t('Said by'),
		t('Said so?'),
		t('Is it so?'),
		t('Changed since checked'),
		t('Evidence'),
		t('Note'),
	];
	const lines = [rowOf(head)];
	yield* inSlices(items, item => {
		lines.push(rowOf(cellsOf(item)));
		return unitsOfItem;
	});
	return `\uFEFF${lines.join('')}`;
}

function cellsOf(item: CheckedItem): readonly string[] {
	return [
		placeTitle(item.place),
		String(item.place.line),
		kindName(item.kind),
		item.words,
		item.excerpt.text,
		speakerOf(item),
		item.said === null ? '' : tick(item.said),
		tick(item.so),
		item.isChanged ? t('yes') : '',
		item.evidence,
		item.note,
	];
}

function rowOf(cells: readonly string[]): string {
	return `${cells.map(cell).join(',')}\r\n`;
}

function tick(isTicked: boolean): string {
	return isTicked ? t('yes') : t('open');
}

/** A spreadsheet takes what begins with one of these for a formula to be run. */
const formula = /^[\s]*[=+\-@|%＝＋－＠]/;

function cell(words: string): string {
	const line = printable(words);
	const harmless = formula.test(line) ? `'${line}` : line;
	return `"${harmless.replace(/"/g, '""')}"`;
}

function speakerOf({ isAttributed, speaker }: CheckedItem): string {
	if (!isAttributed) return '';
	return speaker ?? t('no one named');
}

// --- Markdown ----------------------------------------------------------------------------------------------------

function* markdown({ file, items }: CheckingExport): Generator<undefined, string, void> {
	const title = `# ${escaped(t('Checking list: {0}', printable(file)))}`;
	const progress = t('{0} of {1} checked', countDone(items), items.length);
	const sections: string[] = [];
	yield* inSlices(grouped(items), ([name, own]) => {
		sections.push(`## ${escaped(name)}\n\n${own.map(taskOf).join('\n')}`);
		return own.length * unitsOfItem;
	});
	return `${[title, escaped(progress), ...sections].join('\n\n')}\n`;
}

/** Items side by side at one place. */
function grouped(items: readonly CheckedItem[]): readonly (readonly [string, readonly CheckedItem[]])[] {
	const groups: [string, CheckedItem[]][] = [];
	for (const item of items) {
		const name = placeTitle(item.place);
		const last = groups.at(-1);
		if (last?.[0] === name) last[1].push(item);
		else groups.push([name, [item]]);
	}
	return groups;
}

function taskOf(item: CheckedItem): string {
	const { kind, words, excerpt, isAttributed, said, so, isDone, isChanged, evidence, note } = item;
	const shown = excerpt.text === words ? escaped(words) : `${escaped(words)} (${escaped(excerpt.text)})`;
	const speaker = isAttributed ? `; ${escaped(t('said by {0}', printable(speakerOf(item))))}` : '';
	return [
		`- ${box(isDone)} ${escaped(kindName(kind))}: ${shown}${speaker}`,
		...(isChanged ? [`  - ${escaped(t('Changed since checked'))}`] : []),
		...(said === null
			? []
			: [`  - ${box(said)} ${escaped(t('Said so?'))}`, `  - ${box(so)} ${escaped(t('Is it so?'))}`]),
		...(evidence === '' ? [] : [`  - ${escaped(t('Evidence'))}: ${linked(evidence)}`]),
		...(note === '' ? [] : [`  - ${escaped(t('Note'))}: ${escaped(note)}`]),
	].join('\n');
}

function box(isTicked: boolean): string {
	return isTicked ? '[x]' : '[ ]';
}

/** The checker's own link leads somewhere; anything else stays words. */
function linked(evidence: string): string {
	return /^https?:\/\/[^\s<>"\\]+$/.test(evidence) ? `<${evidence}>` : escaped(evidence);
}
