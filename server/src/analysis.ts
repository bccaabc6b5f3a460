/**
 * The façade of the core: text in, analysis out. It knows nothing of editors, files or protocols.
 *
 * Three passes (ARCHITECTURE.md, "How data flows"): each block by itself, memoised by its words; the document, over the
 * blocks' analyses; the rules, memoised by block and context. `update` is a generator, so that a server can drive it in
 * slices and drop it when the text has changed; `analyse` runs it to the end.
 */
import { analyseBlock } from './attribution/blockAnalysis';
import type { BlockContext, DocumentView } from './attribution/context';
import type { HouseSources } from './attribution/coreference/house';
import { createDocumentMemory, type DocumentMemory, inDocument, readDocument } from './attribution/document';
import { genreOf } from './attribution/genre';
import { type HouseLexicon, withHouseLexicon } from './attribution/houseLexicon';
import type { Lexicons } from './attribution/lexicons';
import type { BlockAnalysis, Genre } from './attribution/model';
import { attributionTagger, type Models } from './attribution/tagger';
import { type Vocabulary, vocabularyOf } from './attribution/vocabulary';
import { gather } from './rules/gather';
import { genreSeverity, placeSeverity } from './rules/genres';
import { rules as allRules } from './rules/index';
import { type BlockRule, type Finding, milder, type Rule, type RuleFinding, type Severity } from './rules/rule';
import type { Block } from './text/block';
import { type BlockParser, createBlockParser } from './text/blocks';
import { documentLanguage, type LanguageCounts, languageCounts } from './text/language';
import { splitLongBlock } from './text/longBlocks';
import { inSlices } from './text/slices';
import type { SourceMap } from './text/sourceMap';

/** What the analyzer grows from: data under `seeds/`, read by the entries. */
export interface Resources {
	readonly lexicons: Lexicons;
	readonly models: Models;
}

export type Format = 'plaintext' | 'markdown';

/** What is to be read, and how. */
export interface Draft {
	readonly text: string;
	readonly format: Format;
	/** `auto`: told from front matter, label lines and form. */
	readonly genre: Genre | 'auto';
	/** Severity that was set for a rule, by id; a rule that is missing has that of the genre, the preset, or its own. */
	readonly rules: Readonly<Record<string, Severity | 'off'>>;
	/** Severity by id to start from, where neither `rules` nor the genre says otherwise. */
	readonly preset?: Readonly<Record<string, Severity | 'off'>>;
	/** What a house adds to the lexicons. The same object for every draft it counts for: what comes of it is kept with it. */
	readonly lexicon?: HouseLexicon;
	/** Whom the house knows by name: two names of one are one source. The same object for every draft it counts for. */
	readonly house?: HouseSources;
	/** Whether pronouns that could stand for two people are asked about. */
	readonly strictPronouns?: boolean;
}

/** How a draft's language was judged; `unknown`: too few words to tell, read as English. */
export type Language = 'en' | 'other' | 'unknown';

export interface Analysis extends DocumentView {
	readonly text: string;
	readonly language: Language;
	/** How the genre came about. */
	readonly genreBasis: 'setting' | 'front-matter' | 'label' | 'form';
	/** In reading order. */
	readonly findings: readonly Finding[];
	/** Ids of the rules that were asked. */
	readonly asked: readonly string[];
}

export interface Analyzer {
	/** Reads a draft, pausing now and then; the returned value is the analysis. Blocks read before, in any draft, are not read again. */
	update(draft: Draft): Generator<undefined, Analysis, void>;
}

/** Blocks remembered; the oldest half goes when there are more. */
const mostRemembered = 60_000;
const mostCheckings = 16;
/** What reading a block costs more than other work on its words does. */
const costOfReading = 2;

interface ReadBlock {
	readonly analysis: BlockAnalysis;
	readonly counts: LanguageCounts;
}

/** A finding that is whole but for its place: its spans are relative to its block. */
type BlockFinding = Omit<Finding, 'block'>;

/** What the rules found in a block, and where that stood last. */
interface Checked {
	readonly checking: Checking;
	readonly found: readonly BlockFinding[];
	placed: Placed | null;
}

interface Placed {
	readonly block: Block;
	readonly index: number;
	readonly findings: readonly Finding[];
}

/**
 * An analyzer over the given seeds and rules; it remembers what it has read, by the words, not by the document.
 * Throws an `Error` when the models cannot be read.
 */
export function createAnalyzer(resources: Resources, rules: readonly Rule[] = allRules): Analyzer {
	const tagger = attributionTagger(resources.models);
	const parser: BlockParser = createBlockParser();
	const seeds = libraryOf(resources.lexicons);
	const houses = new WeakMap<HouseLexicon, Library>();
	let blocksRead = 0;

	const libraryFor = (house: HouseLexicon | undefined): Library => {
		if (house === undefined) return seeds;
		const known = houses.get(house);
		if (known) return known;
		const library = libraryOf(withHouseLexicon(resources.lexicons, house));
		houses.set(house, library);
		return library;
	};

	const read = (block: Block, library: Library): ReadBlock => {
		const near = library.byMap.get(block.map);
		if (near?.analysis.block === block) return near;
		const known = near && isSameReading(near.analysis.block, block) ? near : recall(block, library);
		// The words are the same; where they stand, and their map, may not be.
		const here = { ...known, analysis: { ...known.analysis, block } };
		library.byMap.set(block.map, here);
		return here;
	};

	const recall = (block: Block, { vocabulary, remembered }: Library): ReadBlock => {
		const key = keyOf(block);
		const known = remembered.get(key);
		if (known) return known;
		if (remembered.size >= mostRemembered) {
			let drop = mostRemembered >> 1;
			for (const old of remembered.keys()) if (drop-- > 0) remembered.delete(old);
		}
		const analysis = analyseBlock(block, vocabulary, tagger);
		blocksRead++;
		const fresh: ReadBlock = { analysis, counts: languageCounts(analysis.tokens) };
		remembered.set(key, fresh);
		return fresh;
	};

	function* update(draft: Draft): Generator<undefined, Analysis, void> {
		const { text, format, genre: setting } = draft;
		const library = libraryFor(draft.lexicon);
		const blocks: Block[] = [];
		yield* inSlices(yield* parser.parseInSlices(text, format), block => {
			const pieces = splitLongBlock(block);
			for (const piece of pieces) blocks.push(piece);
			return pieces.length > 1 ? block.text.length : 0;
		});
		const readBlocks: ReadBlock[] = [];
		yield* inSlices(blocks, block => {
			const before = blocksRead;
			readBlocks.push(read(block, library));
			return blocksRead === before ? 0 : costOfReading * block.text.length;
		});
		const analyses = readBlocks.map(({ analysis }) => analysis);
		const language = languageOf(blocks, readBlocks);
		yield;
		const { genre, basis } = yield* genreOf(text, analyses, setting);
		const document = yield* readDocument(analyses, library.vocabulary, genre, library.memory, draft.house);
		yield;
		const findings: Finding[] = [];
		const severities = new Map(rules.map(rule => [rule, severityOf(rule, genre, draft)]));
		const active = language === 'other' ? [] : rules.filter(rule => severities.get(rule) !== 'off');
		if (active.length > 0) {
			const severity = (rule: Rule) => severities.get(rule) ?? 'off';
			const checking = checkingOf(library, active, severity, draft.strictPronouns === true);
			yield* inSlices(analyses, (analysis, index) => {
				if (analysis.tokens.length === 0) return 0;
				const context = document.contexts[index] as BlockContext;
				const known = library.checked.get(context);
				const isKnown = known?.checking === checking;
				const findingsHere = placedIn(isKnown ? known : check(library, analysis, context, checking), analysis, index);
				for (const finding of findingsHere) findings.push(finding);
				return isKnown ? 0 : analysis.block.text.length;
			});
			for (const rule of active) {
				if (!('checkDocument' in rule)) continue;
				for (const finding of rule.checkDocument(document, library.lexicons)) {
					if (finding === null) yield;
					else {
						findings.push({
							...complete(finding, rule, severity(rule)),
							block: blockAt(blocks, finding.span.start),
						});
					}
				}
				yield;
			}
		}
		yield;
		const kept = yield* gather(inPlace(findings, blocks, draft), rules);
		return analysisOf(document, {
			text,
			language,
			genreBasis: basis,
			findings: kept,
			asked: active.map(({ id }) => id),
		});
	}

	return { update };
}

/** A view with what was judged; what the view works out when it is asked for stays so. */
function analysisOf(
	document: DocumentView,
	judged: Pick<Analysis, 'text' | 'language' | 'genreBasis' | 'findings' | 'asked'>,
): Analysis {
	const { blocks, analyses, contexts, genre, summaries } = document;
	return {
		blocks,
		analyses,
		contexts,
		genre,
		summaries,
		get sources() {
			return document.sources;
		},
		get attributions() {
			return document.attributions;
		},
		get quotations() {
			return document.quotations;
		},
		get claims() {
			return document.claims;
		},
		...judged,
	};
}

/** Runs an update to its end. */
export function analyse(analyzer: Analyzer, draft: Draft): Analysis {
	const steps = analyzer.update(draft);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

/** Lexicons made ready, with what was read by them. */
interface Library {
	readonly lexicons: Lexicons;
	readonly vocabulary: Vocabulary;
	readonly remembered: Map<string, ReadBlock>;
	/** The same by the block's map, which it keeps when it moves: an edit leaves most blocks where they are, or moves them. */
	readonly byMap: WeakMap<SourceMap, ReadBlock>;
	readonly memory: DocumentMemory;
	/** A context belongs to one reading of one block: findings are known by it. */
	readonly checked: WeakMap<BlockContext, Checked>;
	/** The last ways of checking, so that findings are known by them. */
	readonly checkings: Map<string, Checking>;
}

function libraryOf(lexicons: Lexicons): Library {
	return {
		lexicons,
		vocabulary: vocabularyOf(lexicons),
		remembered: new Map(),
		byMap: new WeakMap(),
		memory: createDocumentMemory(),
		checked: new WeakMap(),
		checkings: new Map(),
	};
}

/** Rules, and how severe their findings are. */
interface Checking {
	readonly rules: readonly BlockRule[];
	readonly severity: (rule: Rule) => Severity | 'off';
	readonly strictPronouns: boolean;
}

function checkingOf(
	{ checkings }: Library,
	active: readonly Rule[],
	severity: Checking['severity'],
	strictPronouns: boolean,
): Checking {
	const blockRules = active.filter((rule): rule is BlockRule => 'checkBlock' in rule);
	const names = [strictPronouns, ...blockRules.map(rule => `${rule.id} ${severity(rule)}`)].join('\n');
	const known = checkings.get(names);
	if (known) return known;
	if (checkings.size >= mostCheckings) checkings.clear();
	const checking = { rules: blockRules, severity, strictPronouns };
	checkings.set(names, checking);
	return checking;
}

/** What the rules find in a block in its context. */
function check(
	{ lexicons, checked }: Library,
	analysis: BlockAnalysis,
	context: BlockContext,
	checking: Checking,
): Checked {
	const { strictPronouns } = checking;
	const view = { analysis, context, lexicons, genre: context.genre, strictPronouns };
	const found: BlockFinding[] = [];
	for (const rule of checking.rules)
		for (const finding of rule.checkBlock(view)) found.push(complete(finding, rule, checking.severity(rule)));
	const fresh = { checking, found, placed: null };
	checked.set(context, fresh);
	return fresh;
}

/** Off in a genre is off; what was set for the rule counts more than the genre, and that more than the preset; no genre switches on. */
function severityOf(rule: Rule, genre: Genre, { rules, preset = {} }: Draft): Severity | 'off' {
	const ofGenre = genreSeverity(rule, genre);
	if (ofGenre === 'off') return 'off';
	const start = setFor(preset, rule) ?? (rule.defaultOn ? rule.severity : 'off');
	return setFor(rules, rule) ?? (start === 'off' ? 'off' : (ofGenre ?? start));
}

function setFor(severities: Draft['rules'], { id }: Pick<Rule, 'id'>): Severity | 'off' | undefined {
	return Object.hasOwn(severities, id) ? severities[id] : undefined;
}

/** What headline, standfirst and caption make silent, or milder where nothing was set for the rule. */
function inPlace(findings: readonly Finding[], blocks: readonly Block[], { rules }: Draft): readonly Finding[] {
	return findings.flatMap(finding => {
		const { rule, severity } = finding;
		const most = placeSeverity(rule, blocks[finding.block]?.kind ?? 'paragraph');
		if (most === 'off') return [];
		if (most === null || setFor(rules, { id: rule }) !== undefined) return [finding];
		return [{ ...finding, severity: milder(severity, most) }];
	});
}

/** A block's findings where it stands now. */
function placedIn(known: Checked, analysis: BlockAnalysis, index: number): readonly Finding[] {
	const { found, placed } = known;
	if (found.length === 0) return [];
	if (placed?.block === analysis.block && placed.index === index) return placed.findings;
	const findings = found.map(finding => placedAt(finding, analysis, index));
	known.placed = { block: analysis.block, index, findings };
	return findings;
}

/** A block's finding in document offsets. */
function placedAt(finding: BlockFinding, analysis: BlockAnalysis, block: number): Finding {
	const { related, fixes, holds } = finding;
	const whole = { ...finding, block, span: inDocument(analysis, finding.span) };
	if (holds) whole.holds = inDocument(analysis, holds);
	if (related.length > 0)
		whole.related = related.map(each => (each.elsewhere ? each : { ...each, span: inDocument(analysis, each.span) }));
	if (fixes.length > 0)
		whole.fixes = fixes.map(fix => ({
			...fix,
			edits: fix.edits.map(edit => ({ ...edit, span: inDocument(analysis, edit.span) })),
		}));
	return whole;
}

/**
 * A severity the user has set counts for the rule as shipped; where the rule itself asks one finding milder or harder,
 * the distance is kept.
 */
function complete(finding: RuleFinding, rule: Rule, severity: Severity | 'off'): BlockFinding {
	const chosen = severity === 'off' ? rule.severity : severity;
	const own = finding.severity ?? rule.severity;
	return {
		...finding,
		rule: rule.id,
		severity: chosen === rule.severity ? own : chosen,
		related: finding.related ?? noPlaces,
		fixes: finding.fixes ?? noFixes,
	};
}

const noPlaces: Finding['related'] = [];
const noFixes: Finding['fixes'] = [];

function languageOf(blocks: readonly Block[], read: readonly ReadBlock[]): Language {
	const counts: LanguageCounts[] = [];
	for (const block of read) if (block.analysis.tokens.length > 0) counts.push(block.counts);
	if (counts.length === 0 && blocks.some(block => !block.english)) return 'other';
	return documentLanguage(counts);
}

function blockAt(blocks: readonly Block[], offset: number): number {
	let low = 0;
	let high = blocks.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((blocks[middle] as Block).span.start <= offset) low = middle + 1;
		else high = middle;
	}
	return Math.max(0, low - 1);
}

/** Blocks with one map: those of the same part of a document. */
function isSameReading(a: Block, b: Block): boolean {
	return (
		a.kind === b.kind &&
		a.english === b.english &&
		a.text === b.text &&
		a.exhibits === b.exhibits &&
		a.emphasized === b.emphasized
	);
}

function keyOf({ kind, english, text, exhibits, emphasized }: Block): string {
	const extra = exhibits.length + emphasized.length > 0 ? JSON.stringify([exhibits, emphasized]) : '';
	return `${kind}\n${english ? 1 : 0}\n${extra}\n${text}`;
}
