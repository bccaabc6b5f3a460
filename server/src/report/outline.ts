/** A report as headings, tables and lists of plain text: what Markdown and HTML both write, each with its own escaping. */
import { t } from '@vscode/l10n';
import type { ClaimTrigger, Genre } from '../attribution/model';
import type { CriticalQuestion, Passage, Report, Standing, Statement, Wording } from './model';
import { chainName } from './questions';
import { counted, either, inMarks, number, type PlaceList, percent, placeList, printable } from './words';

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

const absences = {
	unsaid: () => t('The text does not say.'),
	none: () => t('Nothing of the kind in the text.'),
} as const;

export function outlineOf(report: Report): Outline {
	return {
		title: report.title ?? (printable(report.file) || t('Untitled draft')),
		facts: [
			[t('File'), printable(report.file)],
			[t('Checked'), dateName(report.checked)],
			[t('Read as'), readAs(report)],
		],
		note: t('What the text tells of its sources, in its own words. Nothing here says who is right.'),
		sections: report.reading === 'read' ? sectionsOf(report) : [],
	};
}

const genres: Readonly<Record<Genre, () => string>> = {
	news: () => t({ message: 'news', comment: ['Read as news'] }),
	analysis: () => t({ message: 'analysis', comment: ['Read as analysis'] }),
	opinion: () => t({ message: 'opinion', comment: ['Read as opinion'] }),
	interview: () => t({ message: 'interview', comment: ['Read as interview'] }),
	'press-release': () => t('press release: all of it is the issuer speaking'),
	court: () => t('court report'),
	report: () => t('report or paper'),
	essay: () => t({ message: 'essay', comment: ['Read as essay'] }),
	encyclopedia: () => t('encyclopedia article'),
	'not-news': () => t('not news'),
};

function readAs({ reading, genre, words, paragraphs }: Report): string {
	switch (reading) {
		case 'not-english':
			return t('not English, not read');
		case 'not-news':
			return t('not read as news: no one speaks in it');
		case 'empty':
			return t('nothing: it has no prose');
		default:
			return `${genres[genre]()}; ${counted(words, 'word')}, ${counted(paragraphs, 'paragraph')}`;
	}
}

const months: readonly (() => string)[] = [
	() => t('January'),
	() => t('February'),
	() => t('March'),
	() => t('April'),
	() => t('May'),
	() => t('June'),
	() => t('July'),
	() => t('August'),
	() => t('September'),
	() => t('October'),
	() => t('November'),
	() => t('December'),
];

/** "25 November 2026, 09:19 UTC". */
function dateName(iso: string): string {
	const [date = '', time = ''] = iso.split('T');
	const [year, month, day] = date.split('-');
	const monthName = months[Number(month) - 1]?.() ?? '';
	return t('{0} {1} {2}, {3} UTC', Number(day), monthName, year ?? '', time.slice(0, 5));
}

const standings: Readonly<Record<Standing, () => string>> = {
	own: () => t('The writer'),
	named: () => t('Named'),
	described: () => t('Described, no name'),
	anonymous: () => t('Not named'),
	vague: () => t('A group that names no one'),
	'no-speaker': () => t('Quoted, no speaker named'),
};

function sectionsOf(report: Report): readonly Section[] {
	return [
		{ id: 'voices', title: t('Share of voice'), parts: voices(report) },
		{ id: 'chains', title: t('Chains of transmission'), parts: chains(report) },
		{ id: 'verbs', title: t('Verbs'), parts: verbs(report) },
		{ id: 'claims', title: t('Claims in the writer’s voice without a source'), parts: claims(report) },
		{ id: 'questions', title: t('Four questions'), parts: questions(report) },
		{ id: 'statements', title: t('Statements'), parts: statements(report) },
	];
}

function voices({ voices: bySource, identifications, unnamed }: Report): readonly Part[] {
	const shown = identifications.filter(({ words }) => words > 0);
	return [
		{
			kind: 'table',
			caption: t('Words by how far a reader could look the speaker up'),
			columns: [{ title: t('Speaker') }, { title: t('Words'), numeric: true }, { title: t('Share'), numeric: true }],
			rows: shown.map(({ standing, words, share }) => ({
				cells: [standings[standing](), number(words), percent(share)],
				bar: { share, standing },
			})),
		},
		{ kind: 'text', text: unnamedText(unnamed) },
		{
			kind: 'table',
			caption: t('Words by source'),
			columns: [
				{ title: t('Whose words') },
				{ title: t('Speaker') },
				{ title: t('Words'), numeric: true },
				{ title: t('Share'), numeric: true },
			],
			rows: bySource.map(({ name, standing, words, share }) => ({
				cells: [
					name === null ? (standing === 'own' ? t('The writer’s own') : t('No one told')) : printable(name),
					standings[standing](),
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
			text: t(
				'Words that one source tells of another count for the first. The words that attribute (“she said”) are the writer’s.',
			),
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
	if (ofSources === 0) return t('No source speaks in this text.');
	if (sources === 0)
		return t('Each of the {0} is named, described, or a group; none is withheld.', counted(ofSources, 'source'));
	return t(
		'Not named: {0} of {1}, {2} of {3}. Their words are {4} of the text, and {5} of what is not the writer’s own.',
		sources,
		counted(ofSources, 'source'),
		own,
		counted(ofStatements, 'statement'),
		percent(share),
		percent(ofAttributed),
	);
}

function chains({ chains: found }: Report): readonly Part[] {
	if (found.length === 0) return [{ kind: 'text', text: t('No one is said to pass on another’s words.') }];
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
	if (found.length === 0) return [{ kind: 'text', text: t('No verb of speech stands with a source.') }];
	return [
		{
			kind: 'table',
			caption: t('How often each verb stands with a source, of all its uses in the text'),
			columns: [{ title: t('Source') }, { title: t('Verbs') }],
			rows: found.map(({ name, verbs: own }) => ({
				cells: [
					printable(name),
					own.map(({ lemma, count, elsewhere }) => t('{0} {1} of {2}', lemma, count, count + elsewhere)).join(', '),
				],
			})),
		},
	];
}

const wordings: Readonly<Record<Wording, () => string>> = {
	quoted: () => t('quoted'),
	'partly-quoted': () => t('partly quoted'),
	paraphrased: () => t('paraphrased'),
	mind: () => t('a mind, as the writer tells it'),
};

function statements({ statements: found }: Report): readonly Part[] {
	if (found.length === 0) return [{ kind: 'text', text: t('No statement is laid to anyone.') }];
	const unsure = found.filter(each => each.unsure).length;
	const isRelayed = found.some(({ via }) => via.length > 0);
	return [
		...(unsure > 0 ? [{ kind: 'text' as const, text: unsureText(unsure, found.length) }] : []),
		{
			kind: 'table',
			caption: t('Every statement, in the order of the text'),
			columns: [
				{ title: t('Source') },
				{ title: t('Verb') },
				{ title: t('Words'), wide: true },
				{ title: t('Given as') },
				...(isRelayed ? [{ title: t('By way of') }] : []),
				{ title: t('Where') },
			],
			rows: found.map(each => ({
				cells: [
					sourceCell(each),
					each.verb,
					each.words,
					wordings[each.wording](),
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
	const text = name === null ? t('No one named') : opened(either([name, ...orElse].map(printable)));
	return unsure ? { text, mark: t('unsure') } : text;
}

/** With a capital, as a cell begins. */
function opened(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

const triggers: Readonly<Record<ClaimTrigger, () => string>> = {
	number: () => t('figure'),
	comparison: () => t('comparison'),
	superlative: () => t('superlative'),
	cause: () => t('cause'),
	motive: () => t('motive'),
	accusation: () => t('accusation'),
	forecast: () => t('forecast'),
	guess: () => t('guess'),
};

function claims({ claims: found }: Report): readonly Part[] {
	if (found === null)
		return [{ kind: 'text', text: t('In this kind of text claims are the writer’s own business; none are listed.') }];
	if (found.length === 0) return [{ kind: 'text', text: t('None was found.') }];
	return [
		{
			kind: 'table',
			caption: t('Figures, causes, motives and the like for which no source is in reach'),
			columns: [
				{ title: t('Claim'), wide: true },
				{ title: t('Kind') },
				{ title: t('Question') },
				{ title: t('Where') },
			],
			rows: found.map(({ clause, trigger, question, place }) => ({
				cells: [clause, triggers[trigger](), question, placeList([place])],
			})),
		},
	];
}

function questions({ questions: asked }: Report): readonly Part[] {
	return asked.map(({ id, answers }) => ({
		kind: 'subsection',
		title: questionTitles[id](),
		answers: answers.map(answer => ({
			question: answer.question,
			items: answer.passages.map(itemOf),
			absence: absences[answer.absence](),
		})),
	}));
}

const questionTitles: Readonly<Record<CriticalQuestion['id'], () => string>> = {
	authenticity: () => t('Authenticity: who speaks, and could a reader find them?'),
	time: () => t('Time: when did it happen, and who tells of it from having been there?'),
	dependence: () => t('Dependence: who has it from whom?'),
	tendency: () => t('Tendency: who has a stake in it, and where do the words take a side?'),
};

function itemOf({ label, words, notes, places }: Passage): Item {
	return {
		lead: label === null ? null : opened(printable(label)),
		words: words === null ? null : inMarks(words),
		notes: notes.map(noteText),
		places: placeList(places),
	};
}

function noteText({ label, value, isQuoted }: Passage['notes'][number]): string {
	if (value === null) return t('{0}: the text does not say', label);
	if (value === '') return label;
	return `${label}: ${isQuoted ? inMarks(value) : printable(value)}`;
}
