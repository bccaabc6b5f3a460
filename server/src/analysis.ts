/**
 * The façade of the core: text in, analysis out. It knows nothing of editors, files or protocols.
 *
 * Three passes (ARCHITECTURE.md, "How data flows"): each block by itself, memoised by its words; the document, over the
 * blocks' analyses; the rules, memoised by block and context. `update` is a generator, so that a server can drive it in
 * slices and drop it when the text has changed; `analyse` runs it to the end.
 */
import { analyseBlock } from './attribution/blockAnalysis';
import type { BlockContext, DocumentView } from './attribution/context';
import { inDocument, readDocument } from './attribution/document';
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

/** How many blocks are read between two pauses; a long one (in UTF-16 units) is followed by a pause at once. */
const blocksBetweenPauses = 8;
const longBlock = 4_000;
/** Blocks remembered; the oldest half goes when there are more. */
const mostRemembered = 60_000;

interface ReadBlock {
	readonly analysis: BlockAnalysis;
	readonly counts: LanguageCounts;
	/** Findings of the block's rules by context: the last few, for a text that is edited back and forth. */
	readonly checked: Map<string, readonly BlockFinding[]>;
}

interface BlockFinding {
	readonly rule: Rule;
	readonly finding: RuleFinding;
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

	const libraryFor = (house: HouseLexicon | undefined): Library => {
		if (house === undefined) return seeds;
		const known = houses.get(house);
		if (known) return known;
		const library = libraryOf(withHouseLexicon(resources.lexicons, house));
		houses.set(house, library);
		return library;
	};

	const read = (block: Block, { vocabulary, remembered }: Library): ReadBlock => {
		const key = keyOf(block);
		const known = remembered.get(key);
		if (known) {
			// The words are the same; where they stand, and their map, may not be.
			const { analysis } = known;
			return analysis.block === block ? known : { ...known, analysis: { ...analysis, block } };
		}
		if (remembered.size >= mostRemembered) {
			let drop = mostRemembered >> 1;
			for (const old of remembered.keys()) if (drop-- > 0) remembered.delete(old);
		}
		const analysis = analyseBlock(block, vocabulary, tagger);
		const fresh: ReadBlock = { analysis, counts: languageCounts(analysis.tokens), checked: new Map() };
		remembered.set(key, fresh);
		return fresh;
	};

	function* update(draft: Draft): Generator<undefined, Analysis, void> {
		const { text, format, genre: setting } = draft;
		const library = libraryFor(draft.lexicon);
		const { lexicons, vocabulary } = library;
		const blocks = parser.parse(text, format).flatMap(splitLongBlock);
		yield;
		const readBlocks: ReadBlock[] = [];
		for (const [index, block] of blocks.entries()) {
			readBlocks.push(read(block, library));
			if (index % blocksBetweenPauses === blocksBetweenPauses - 1 || block.text.length > longBlock) yield;
		}
		const analyses = readBlocks.map(({ analysis }) => analysis);
		const language = languageOf(blocks, readBlocks);
		const { genre, basis } = genreOf(text, analyses, setting);
		const document = yield* readDocument(analyses, vocabulary, genre);
		yield;
		const findings: Finding[] = [];
		const severities = new Map(rules.map(rule => [rule, severityOf(rule, genre, draft)]));
		const active = language === 'other' ? [] : rules.filter(rule => severities.get(rule) !== 'off');
		if (active.length > 0) {
			const severity = (rule: Rule) => severities.get(rule) ?? 'off';
			const blockRules = active.filter((rule): rule is BlockRule => 'checkBlock' in rule);
			const setOfRules = blockRules.map(rule => rule.id).join(' ');
			const strictPronouns = draft.strictPronouns === true;
			const checking = { setOfRules, blockRules, lexicons, genre, strictPronouns };
			for (const [index, block] of readBlocks.entries()) {
				if (block.analysis.tokens.length === 0) continue;
				const context = document.contexts[index] as BlockContext;
				for (const found of checked(block, context, checking)) {
					findings.push(placed(found, severity(found.rule), block.analysis, index));
				}
				if (index % blocksBetweenPauses === blocksBetweenPauses - 1) yield;
			}
			for (const rule of active) {
				if (!('checkDocument' in rule)) continue;
				for (const finding of rule.checkDocument(document, document.sources)) {
					findings.push({
						...complete(finding, rule, severity(rule)),
						block: blockAt(blocks, finding.span.start),
					});
				}
				yield;
			}
		}
		return {
			...document,
			text,
			language,
			genreBasis: basis,
			findings: gather(inPlace(findings, blocks, draft), rules),
			asked: active.map(({ id }) => id),
		};
	}

	return { update };
}

/** Runs an update to its end. */
export function analyse(analyzer: Analyzer, draft: Draft): Analysis {
	const steps = analyzer.update(draft);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

/** Lexicons made ready, and what was read with them. */
interface Library {
	readonly lexicons: Lexicons;
	readonly vocabulary: Vocabulary;
	readonly remembered: Map<string, ReadBlock>;
}

function libraryOf(lexicons: Lexicons): Library {
	return { lexicons, vocabulary: vocabularyOf(lexicons), remembered: new Map() };
}

interface Checking {
	readonly setOfRules: string;
	readonly blockRules: readonly BlockRule[];
	readonly lexicons: Lexicons;
	readonly genre: Genre;
	readonly strictPronouns: boolean;
}

function checked(block: ReadBlock, context: BlockContext, checking: Checking): readonly BlockFinding[] {
	const { setOfRules, blockRules, ...given } = checking;
	const key = `${setOfRules} ${given.strictPronouns}\n${contextKey(context)}`;
	const known = block.checked.get(key);
	if (known) return known;
	const view = { analysis: block.analysis, context, ...given };
	const found = blockRules.flatMap(rule => [...rule.checkBlock(view)].map(finding => ({ rule, finding })));
	if (block.checked.size >= 4) block.checked.clear();
	block.checked.set(key, found);
	return found;
}

/** Parts of contexts that many blocks share, written out once for each reading. */
const written = new WeakMap<object, string>();

function writtenOnce(part: object): string {
	const known = written.get(part);
	if (known !== undefined) return known;
	const text = JSON.stringify(part);
	written.set(part, text);
	return text;
}

/** Equal for equal contexts. */
function contextKey({ genre, habits, verbs, attributions, speakers, ...own }: BlockContext): string {
	const who = attributions.map(
		({ source, first, via }) => [source, ...via].map(s => (s ? writtenOnce(s) : '')).join() + first,
	);
	const quoted = speakers.map(speaker => (speaker ? writtenOnce(speaker) : ''));
	return [genre, writtenOnce(habits), writtenOnce(verbs), who.join('\n'), quoted.join('\n'), JSON.stringify(own)].join(
		'\n\n',
	);
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

/** A block's finding in document offsets, with what it left to its rule. */
function placed(
	{ rule, finding }: BlockFinding,
	severity: Severity | 'off',
	analysis: BlockAnalysis,
	block: number,
): Finding {
	const whole = complete(finding, rule, severity);
	return {
		...whole,
		block,
		span: inDocument(analysis, finding.span),
		related: whole.related.map(related =>
			related.elsewhere ? related : { ...related, span: inDocument(analysis, related.span) },
		),
		fixes: whole.fixes.map(fix => ({
			...fix,
			edits: fix.edits.map(edit => ({ ...edit, span: inDocument(analysis, edit.span) })),
		})),
	};
}

/**
 * A severity the user has set counts for the rule as shipped; where the rule itself asks one finding milder or harder,
 * the distance is kept.
 */
function complete(finding: RuleFinding, rule: Rule, severity: Severity | 'off'): Omit<Finding, 'block'> {
	const chosen = severity === 'off' ? rule.severity : severity;
	const own = finding.severity ?? rule.severity;
	return {
		...finding,
		rule: rule.id,
		severity: chosen === rule.severity ? own : chosen,
		related: finding.related ?? [],
		fixes: finding.fixes ?? [],
	};
}

function languageOf(blocks: readonly Block[], read: readonly ReadBlock[]): Language {
	const counts = read.filter(({ analysis }) => analysis.tokens.length > 0).map(block => block.counts);
	if (counts.length === 0 && blocks.some(block => !block.english)) return 'other';
	return documentLanguage(counts);
}

function blockAt(blocks: readonly Block[], offset: number): number {
	return Math.max(
		0,
		blocks.findLastIndex(({ span }) => span.start <= offset),
	);
}

function keyOf({ kind, english, text, exhibits, emphasized }: Block): string {
	const extra = exhibits.length + emphasized.length > 0 ? JSON.stringify([exhibits, emphasized]) : '';
	return `${kind}\n${english ? 1 : 0}\n${extra}\n${text}`;
}
