/** What kind of text a draft is: front matter, then label lines, then form (EDITORIAL, "Genre and place decide"). */
import type { BlockKind } from '../text/block';
import { frontMatterFields } from '../text/frontMatter';
import { inSlices } from '../text/slices';
import { contains } from '../text/span';
import type { Token } from '../text/tokens';
import type { BlockAnalysis, Genre } from './model';
import { perBlock } from './perBlock';

export interface GenreReading {
	readonly genre: Genre;
	readonly basis: 'setting' | 'front-matter' | 'label' | 'form';
}

/** The genre of a draft, and how it was told. `text` is the document; blocks' spans are offsets in it. */
export function* genreOf(
	text: string,
	analyses: readonly BlockAnalysis[],
	setting: Genre | 'auto',
): Generator<undefined, GenreReading, void> {
	if (setting !== 'auto') return { genre: setting, basis: 'setting' };
	const stated = fromFrontMatter(text, analyses);
	if (stated) return { genre: stated, basis: 'front-matter' };
	const labelled = fromLabels(text, analyses);
	if (labelled) return { genre: labelled, basis: 'label' };
	return { genre: yield* fromForm(text, analyses), basis: 'form' };
}

// --- what it calls itself ------------------------------------------------------------------------------------------

/** Names that say it wherever they stand: as a line, before a colon or bar, and behind a bar. */
const names = namesOf({
	analysis: 'analysis, news analysis',
	opinion:
		'opinion, opinions, op-ed, oped, editorial, editorials, commentary, column, guest column, guest essay, review, ' +
		'book review, film review, movie review, music review, theater review, theatre review, restaurant review, ' +
		'letter, letters, letter to the editor, letters to the editor',
	interview: 'interview, q&a, q & a, q and a, questions and answers, transcript, interview transcript',
	'press-release': 'press release, press-release, news release, media release, for immediate release',
	essay: 'essay, personal essay',
});

/** Names that say it as a line of their own alone: "Report: mayor to resign" and "Police: man found" are news. */
const lineNames = namesOf({
	news: 'news, story, news story, news report',
	court: 'court, courts, court report, crime, crime and courts, courts and crime, police, police log, police blotter',
	report: 'report, paper, research paper, working paper, white paper, policy brief, technical report',
	encyclopedia: 'encyclopedia, encyclopaedia',
	'not-news': 'not-news',
});

function namesOf(lists: Readonly<Partial<Record<Genre, string>>>): ReadonlyMap<string, Genre> {
	return new Map(
		Object.entries(lists).flatMap(([genre, list]) => list.split(', ').map(name => [name, genre as Genre] as const)),
	);
}

const fields = ['genre', 'type', 'category', 'section', 'kind'] as const;

function fromFrontMatter(text: string, [first]: readonly BlockAnalysis[]): Genre | undefined {
	if (first?.block.kind !== 'front-matter') return undefined;
	const stated = frontMatterFields(text.slice(first.block.span.start, first.block.span.end));
	for (const field of fields) {
		const genre = named(stated[field] ?? '');
		if (genre) return genre;
	}
	return undefined;
}

/** How many blocks from the top may hold a label. */
const labelReach = 5;
const longestLabel = 40;
const longestHeadline = 200;

function fromLabels(text: string, analyses: readonly BlockAnalysis[]): Genre | undefined {
	for (const { block } of analyses.slice(0, labelReach)) {
		const { start, end } = block.span;
		if (block.kind === 'front-matter' || end - start > longestHeadline) continue;
		const line = text.slice(start, end);
		const whole = end - start <= longestLabel ? named(line) : undefined;
		const genre = whole ?? besideMark(line);
		if (genre) return genre;
	}
	return undefined;
}

/** "Opinion: …", "Opinion | …", "… | Opinion". */
function besideMark(line: string): Genre | undefined {
	const mark = line.search(/[:|]/);
	if (mark < 0) return undefined;
	const before = names.get(label(line.slice(0, mark)));
	if (before) return before;
	const bar = line.lastIndexOf('|');
	return bar < 0 ? undefined : names.get(label(line.slice(bar + 1)));
}

function named(line: string): Genre | undefined {
	const name = label(line);
	return names.get(name) ?? lineNames.get(name);
}

/** A label without marks of headings and emphasis, quotation marks and end marks. */
function label(line: string): string {
	return line
		.slice(0, longestHeadline)
		.replace(/^[\s#*_"'[\]–—-]+/, '')
		.replace(/[\s#*_"':.[\]–—-]+$/, '')
		.toLowerCase();
}

// --- what it looks like --------------------------------------------------------------------------------------------

function* fromForm(text: string, analyses: readonly BlockAnalysis[]): Generator<undefined, Genre, void> {
	if (isPressRelease(analyses)) return 'press-release';
	yield;
	if (isTranscript(analyses) || isInterview(analyses)) return 'interview';
	if (isEncyclopedia(text)) return 'encyclopedia';
	if (isReport(analyses)) return 'report';
	if (!reads(analyses)) return 'not-news';
	yield;
	return (yield* argues(analyses)) ? 'analysis' : 'news';
}

/** How many blocks at each end may tell whom the press is to call. */
const contactReach = 10;

/** It tells whom the press is to call. */
function isPressRelease(analyses: readonly BlockAnalysis[]): boolean {
	const ends = [...analyses.slice(0, contactReach), ...analyses.slice(contactReach).slice(-contactReach)];
	return ends.some(({ block }) => /^(?:media|press) (?:contacts?|enquiries|inquiries)\s?(?:$|:)/i.test(block.text));
}

/** Most paragraphs begin with a speaker's label, or with Q: and A:. */
function isTranscript(analyses: readonly BlockAnalysis[]): boolean {
	const paragraphs = analyses.filter(({ block, tokens }) => turnKinds.has(block.kind) && tokens.length > 0);
	const turns = paragraphs.filter(({ block }) => /^(?:[QA]\.|(?:Q|A|[A-Z][\w.’' -]{0,40}):)\s/.test(block.text));
	return turns.length >= 4 && turns.length * 2 > paragraphs.length;
}

const leastQuestions = 4;
const firstPerson: ReadonlySet<string> = new Set(['i', 'my', 'me', 'we', 'our', 'us']);

/** Questions in paragraphs of their own, a quarter of the text or more, that are answered in the first person. */
function isInterview(analyses: readonly BlockAnalysis[]): boolean {
	const paragraphs = analyses.filter(({ block, tokens }) => turnKinds.has(block.kind) && tokens.length > 0);
	const answers = paragraphs.filter((_, index) => paragraphs[index - 1]?.block.text.endsWith('?'));
	if (answers.length < leastQuestions || answers.length * 4 < paragraphs.length) return false;
	const own = answers.filter(({ tokens }) => tokens.some(({ lower }) => firstPerson.has(lower)));
	return own.length * 2 >= answers.length;
}

/** A short question alone on its line looks like a heading. */
const turnKinds: ReadonlySet<BlockKind> = new Set<BlockKind>(['headline', 'heading', 'paragraph']);

/** How far into a document its markup is looked at. */
const markupReach = 200_000;

/** The markup of a wiki: references in the text, or links in double brackets under headings between equals signs. */
function isEncyclopedia(text: string): boolean {
	const start = text.length > markupReach ? text.slice(0, markupReach) : text;
	if (count(start, '<ref') >= 2 && count(start, '</ref>') + count(start, '/>') >= 2) return true;
	return count(start, '[[') >= 5 && /^==[^=\n]{1,100}==[ \t]*$/m.test(start);
}

function count(text: string, words: string): number {
	let found = 0;
	for (let at = text.indexOf(words); at >= 0 && found < 10; at = text.indexOf(words, at + words.length)) found++;
	return found;
}

const leastCitations = 3;
/** So many that no list of them is needed, if there is one in as many words or more. */
const manyCitations = 6;
const wordsBetweenCitations = 250;

/** Many citations or notes, or several with a list of what they refer to or an abstract, which alone may be an archive's label. */
function isReport(analyses: readonly BlockAnalysis[]): boolean {
	const cited = analyses.reduce(
		(sum, { block }) => sum + block.exhibits.filter(({ kind }) => kind !== 'link').length,
		0,
	);
	if (cited < leastCitations) return false;
	const words = analyses.reduce((sum, { tokens }) => sum + tokens.length, 0);
	if (cited >= manyCitations && cited * wordsBetweenCitations >= words) return true;
	return analyses.some(({ block }) => block.text.length <= longestLabel && referenceLists.has(label(block.text)));
}

const referenceLists: ReadonlySet<string> = new Set([
	'abstract',
	'references',
	'bibliography',
	'works cited',
	'literature',
	'literature cited',
	'sources cited',
]);

/** A text in which no one speaks is not read as news: logs, manuals, lists. */
function reads(analyses: readonly BlockAnalysis[]): boolean {
	return analyses.some(
		({ attributions, quotations }) =>
			attributions.some(
				({ cue, confidence }) =>
					cue !== null && confidence >= 0.4 && (cue.hearsay !== undefined || cue.stance !== 'mental'),
			) || quotations.some(({ kind }) => kind === 'direct'),
	);
}

/** How many sentences speak to the reader, one of how many, in a text whose writer argues. */
const leastAside = 4;
const sentencesToAside = 6;

/**
 * The writer talks to the reader: "we", "you", "don’t", questions, in every sixth sentence of the writer’s own. A report
 * is written otherwise; in an analysis, a column or a blog what follows and why is the writer’s to say.
 */
function* argues(analyses: readonly BlockAnalysis[]): Generator<undefined, boolean, void> {
	let own = 0;
	let asides = 0;
	yield* inSlices(analyses, analysis => {
		const counts = asidesIn(analysis);
		own += counts.own;
		asides += counts.asides;
		return unitsOfAsides;
	});
	return asides >= leastAside && asides * sentencesToAside >= own;
}

interface AsideCounts {
	readonly own: number;
	readonly asides: number;
}

/** What looking at a block costs, in the units of `inSlices`. */
const unitsOfAsides = 20;
const leastWords = 5;

/** Sentences of a paragraph in the writer's own words, and how many of them speak to the reader. */
const asidesIn = perBlock(({ block, tokens, sentences, quotations, attributions }): AsideCounts => {
	let own = 0;
	let asides = 0;
	for (const { firstToken, endToken } of block.kind === 'paragraph' ? sentences : []) {
		const words = tokens
			.slice(firstToken, endToken)
			.filter(
				token =>
					!quotations.some(quotation => contains(quotation, token)) &&
					!attributions.some(({ source, content }) => source && content.some(span => contains(span, token))),
			);
		if (words.length < leastWords) continue;
		own++;
		if (words.some((word, i) => isAside(word, words[i - 1]))) asides++;
	}
	return { own, asides };
});

function isAside({ lower, text }: Token, before: Token | undefined): boolean {
	if (text.startsWith('?') || toReader.test(lower)) return true;
	return /^['’]s$/.test(lower) && contracting.test(before?.lower ?? '');
}

const toReader = /^(?:i|me|my|we|us|our|you|your|n['’]t|['’](?:re|ve|ll|m))$/;
const contracting = /^(?:it|that|there|here|what|he|she|let|who|how)$/;
