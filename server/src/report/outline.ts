/** A report as headings, tables and lists of plain text: what Markdown and HTML both write, each with its own escaping. */
import { t } from '@vscode/l10n';
import type { ClaimTrigger, Genre } from '../attribution/model';
import type { Passage, Report, Standing, Statement, Wording } from './model';
import { chainName } from './questions';
import { counted, inMarks, type PlaceList, percent, placeList, printable } from './words';

export interface Outline {
	readonly title: string;
	/** Label and value. */
	readonly facts: readonly (readonly [label: string, value: string])[];
	readonly note: string;
	readonly sections: readonly Section[];
}

export interface Section {
	readonly id: string;
	readonly title: string;
	readonly parts: readonly Part[];
}

export type Part = Text | Table | Items | Subsection;

export interface Text {
	readonly kind: 'text';
	readonly text: string;
}

export interface Table {
	readonly kind: 'table';
	readonly caption: string;
	/** The first names the row. */
	readonly columns: readonly Column[];
	readonly rows: readonly Row[];
}

export interface Column {
	readonly title: string;
	readonly numeric?: true;
	/** Holds sentences. */
	readonly wide?: true;
}

export interface Row {
	readonly cells: readonly Cell[];
	/** For a bar beside the row: how long, 0 to 1, and what sort of voice it stands for. */
	readonly bar?: { readonly share: number; readonly standing: Standing };
}

/** Words; or words with one of ours set apart behind them, which a text of the section explains; or places. */
export type Cell = string | Marked | PlaceList;

export interface Marked {
	readonly text: string;
	readonly mark: string;
}

export interface Items {
	readonly kind: 'items';
	readonly items: readonly Item[];
}

export interface Item {
	readonly lead: string | null;
	/** The draft's words, in quotation marks. */
	readonly words: string | null;
	readonly notes: readonly string[];
	readonly places: PlaceList;
}

export interface Subsection {
	readonly kind: 'subsection';
	readonly title: string;
	/** Each with its passages, or what it means that there are none. */
	readonly answers: readonly { readonly question: string; readonly items: readonly Item[]; readonly absence: string }[];
}

const absences = { unsaid: 'The text does not say.', none: 'Nothing of the kind in the text.' } as const;

export function outlineOf(report: Report): Outline {
	return {
		title: report.title ?? (printable(report.file) || 'Untitled draft'),
		facts: [
			['File', printable(report.file)],
			['Checked', dateName(report.checked)],
			['Read as', readAs(report)],
		],
		note: 'What the text tells of its sources, in its own words. Nothing here says who is right.',
		sections: report.reading === 'read' ? sectionsOf(report) : [],
	};
}

const genres: Readonly<Record<Genre, string>> = {
	news: 'news',
	analysis: 'analysis',
	opinion: 'opinion',
	interview: 'interview',
	'press-release': 'press release: all of it is the issuer speaking',
	court: 'court report',
	report: 'report or paper',
	essay: 'essay',
	encyclopedia: 'encyclopedia article',
	'not-news': 'not news',
};

function readAs({ reading, genre, words, paragraphs }: Report): string {
	switch (reading) {
		case 'not-english':
			return 'not English, not read';
		case 'not-news':
			return 'not read as news: no one speaks in it';
		case 'empty':
			return 'nothing: it has no prose';
		default:
			return `${genres[genre]}; ${counted(words, 'word')}, ${counted(paragraphs, 'paragraph')}`;
	}
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** "25 November 2026, 09:19 UTC". */
function dateName(iso: string): string {
	const [date = '', time = ''] = iso.split('T');
	const [year, month, day] = date.split('-');
	return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}, ${time.slice(0, 5)} UTC`;
}

const standings: Readonly<Record<Standing, string>> = {
	own: 'The writer',
	named: 'Named',
	described: 'Described, no name',
	anonymous: 'Not named',
	vague: 'A group that names no one',
	'no-speaker': 'Quoted, no speaker named',
};

function sectionsOf(report: Report): readonly Section[] {
	return [
		{ id: 'voices', title: 'Share of voice', parts: voices(report) },
		{ id: 'chains', title: 'Chains of transmission', parts: chains(report) },
		{ id: 'verbs', title: 'Verbs', parts: verbs(report) },
		{ id: 'claims', title: 'Claims in the writer’s voice without a source', parts: claims(report) },
		{ id: 'questions', title: 'Four questions', parts: questions(report) },
		{ id: 'statements', title: 'Statements', parts: statements(report) },
	];
}

function voices({ voices: bySource, identifications, unnamed }: Report): readonly Part[] {
	const shown = identifications.filter(({ words }) => words > 0);
	return [
		{
			kind: 'table',
			caption: 'Words by how far a reader could look the speaker up',
			columns: [{ title: 'Speaker' }, { title: 'Words', numeric: true }, { title: 'Share', numeric: true }],
			rows: shown.map(({ standing, words, share }) => ({
				cells: [standings[standing], number(words), percent(share)],
				bar: { share, standing },
			})),
		},
		{ kind: 'text', text: unnamedText(unnamed) },
		{
			kind: 'table',
			caption: 'Words by source',
			columns: [
				{ title: 'Whose words' },
				{ title: 'Speaker' },
				{ title: 'Words', numeric: true },
				{ title: 'Share', numeric: true },
			],
			rows: bySource.map(({ name, standing, words, share }) => ({
				cells: [
					name === null ? (standing === 'own' ? 'The writer’s own' : 'No one told') : printable(name),
					standings[standing],
					number(words),
					percent(share),
				],
				bar: { share, standing },
			})),
		},
		...(shown.some(({ standing }) => standing === 'described')
			? [{ kind: 'text' as const, text: describedText() }]
			: []),
		{
			kind: 'text',
			text: 'Words that one source tells of another count for the first. The words that attribute (“she said”) are the writer’s.',
		},
	];
}

function describedText(): string {
	return t('“Described, no name”: a role, a body or a document by which a reader could look for who or what it is.');
}

function unnamedText({
	sources,
	ofSources,
	statements: own,
	ofStatements,
	share,
	ofAttributed,
}: Report['unnamed']): string {
	if (ofSources === 0) return 'No source speaks in this text.';
	if (sources === 0)
		return `Each of the ${counted(ofSources, 'source')} is named, described, or a group; none is withheld.`;
	return `Not named: ${sources} of ${counted(ofSources, 'source')}, ${own} of ${counted(ofStatements, 'statement')}. Their words are ${percent(share)} of the text, and ${percent(ofAttributed)} of what is not the writer’s own.`;
}

function chains({ chains: found }: Report): readonly Part[] {
	if (found.length === 0) return [{ kind: 'text', text: 'No one is said to pass on another’s words.' }];
	return [
		{
			kind: 'items',
			items: found.map(chain => ({
				lead: opened(chainName(chain)),
				words: null,
				notes: [counted(chain.statements, 'statement')],
				places: placeList(chain.places),
			})),
		},
	];
}

function verbs({ verbs: found }: Report): readonly Part[] {
	if (found.length === 0) return [{ kind: 'text', text: 'No verb of speech stands with a source.' }];
	return [
		{
			kind: 'table',
			caption: 'How often each verb stands with a source, of all its uses in the text',
			columns: [{ title: 'Source' }, { title: 'Verbs' }],
			rows: found.map(({ name, verbs: own }) => ({
				cells: [
					printable(name),
					own.map(({ lemma, count, elsewhere }) => `${lemma} ${count} of ${count + elsewhere}`).join(', '),
				],
			})),
		},
	];
}

const wordings: Readonly<Record<Wording, string>> = {
	quoted: 'quoted',
	'partly-quoted': 'partly quoted',
	paraphrased: 'paraphrased',
	mind: 'a mind, as the writer tells it',
};

function statements({ statements: found }: Report): readonly Part[] {
	if (found.length === 0) return [{ kind: 'text', text: 'No statement is laid to anyone.' }];
	const unsure = found.filter(each => each.unsure).length;
	const isRelayed = found.some(({ via }) => via.length > 0);
	return [
		...(unsure > 0 ? [{ kind: 'text' as const, text: unsureText(unsure, found.length) }] : []),
		{
			kind: 'table',
			caption: 'Every statement, in the order of the text',
			columns: [
				{ title: 'Source' },
				{ title: 'Verb' },
				{ title: 'Words', wide: true },
				{ title: 'Given as' },
				...(isRelayed ? [{ title: 'By way of' }] : []),
				{ title: 'Where' },
			],
			rows: found.map(each => ({
				cells: [
					sourceCell(each),
					each.verb,
					each.words,
					wordings[each.wording],
					...(isRelayed ? [each.via.map(printable).join(' → ')] : []),
					placeList([each.place]),
				],
			})),
		},
	];
}

/** Stands before the table: who reads it knows what the word means. */
function unsureText(unsure: number, all: number): string {
	return unsure === 1
		? t(
				'“unsure” stands with 1 of {0} statements: who says it, or what, may have been read wrongly. Look at the text.',
				number(all),
			)
		: t(
				'“unsure” stands with {0} of {1} statements: who says it, or what, may have been read wrongly. Look at the text.',
				number(unsure),
				number(all),
			);
}

function sourceCell({ name, orElse, unsure }: Statement): Cell {
	const text = name === null ? 'No one named' : opened([name, ...orElse].map(printable).join(' or '));
	return unsure ? { text, mark: t('unsure') } : text;
}

/** With a capital, as a cell begins. */
function opened(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

const triggers: Readonly<Record<ClaimTrigger, string>> = {
	number: 'figure',
	comparison: 'comparison',
	superlative: 'superlative',
	cause: 'cause',
	motive: 'motive',
	accusation: 'accusation',
	forecast: 'forecast',
};

function claims({ claims: found }: Report): readonly Part[] {
	if (found === null)
		return [{ kind: 'text', text: 'In this kind of text claims are the writer’s own business; none are listed.' }];
	if (found.length === 0) return [{ kind: 'text', text: 'None was found.' }];
	return [
		{
			kind: 'table',
			caption: 'Figures, causes, motives and the like for which no source is in reach',
			columns: [{ title: 'Claim', wide: true }, { title: 'Kind' }, { title: 'Question' }, { title: 'Where' }],
			rows: found.map(({ clause, trigger, question, place }) => ({
				cells: [clause, triggers[trigger], question, placeList([place])],
			})),
		},
	];
}

function questions({ questions: asked }: Report): readonly Part[] {
	return asked.map(({ title, question, answers }) => ({
		kind: 'subsection',
		title: `${title}: ${question.charAt(0).toLowerCase()}${question.slice(1)}`,
		answers: answers.map(answer => ({
			question: answer.question,
			items: answer.passages.map(itemOf),
			absence: absences[answer.absence],
		})),
	}));
}

function itemOf({ label, words, notes, places }: Passage): Item {
	return {
		lead: label === null ? null : opened(printable(label)),
		words: words === null ? null : inMarks(words),
		notes: notes.map(noteText),
		places: placeList(places),
	};
}

function noteText({ label, value, isQuoted }: Passage['notes'][number]): string {
	if (value === null) return `${label}: the text does not say`;
	if (value === '') return label;
	return `${label}: ${isQuoted ? inMarks(value) : printable(value)}`;
}

function number(value: number): string {
	return value.toLocaleString('en-US');
}
