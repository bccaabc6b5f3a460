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
import type { Lexicons } from './attribution/lexicons';
import type { BlockAnalysis, Genre } from './attribution/model';
import { attributionTagger, type Models } from './attribution/tagger';
import { vocabularyOf } from './attribution/vocabulary';
import { gather } from './rules/gather';
import { rules as allRules } from './rules/index';
import type { BlockRule, Finding, Rule, RuleFinding, Severity } from './rules/rule';
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
	/** Severity of each rule by id; a rule that is missing has its own. */
	readonly rules: Readonly<Record<string, Severity | 'off'>>;
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
	const vocabulary = vocabularyOf(resources.lexicons);
	const tagger = attributionTagger(resources.models);
	const parser: BlockParser = createBlockParser();
	const remembered = new Map<string, ReadBlock>();

	const read = (block: Block): ReadBlock => {
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

	function* update({ text, format, genre: setting, rules: severities }: Draft): Generator<undefined, Analysis, void> {
		const blocks = parser.parse(text, format).flatMap(splitLongBlock);
		yield;
		const readBlocks: ReadBlock[] = [];
		for (const [index, block] of blocks.entries()) {
			readBlocks.push(read(block));
			if (index % blocksBetweenPauses === blocksBetweenPauses - 1 || block.text.length > longBlock) yield;
		}
		const analyses = readBlocks.map(({ analysis }) => analysis);
		const language = languageOf(blocks, readBlocks);
		const { genre, basis } = genreOf(text, analyses, setting);
		const document = yield* readDocument(analyses, vocabulary, genre);
		yield;
		const findings: Finding[] = [];
		const active = rules.filter(rule => severityOf(rule, severities) !== 'off' && !rule.silentIn.includes(genre));
		if (language !== 'other' && active.length > 0) {
			const lexicons = resources.lexicons;
			const blockRules = active.filter((rule): rule is BlockRule => 'checkBlock' in rule);
			const setOfRules = blockRules.map(rule => rule.id).join(' ');
			for (const [index, block] of readBlocks.entries()) {
				if (block.analysis.tokens.length === 0) continue;
				const context = document.contexts[index] as BlockContext;
				for (const found of checked(block, context, { setOfRules, blockRules, lexicons, genre })) {
					findings.push(placed(found, severityOf(found.rule, severities), block.analysis, index));
				}
				if (index % blocksBetweenPauses === blocksBetweenPauses - 1) yield;
			}
			for (const rule of active) {
				if (!('checkDocument' in rule)) continue;
				for (const finding of rule.checkDocument(document, document.sources, lexicons)) {
					findings.push({
						...complete(finding, rule, severityOf(rule, severities)),
						block: blockAt(blocks, finding.span.start),
					});
				}
				yield;
			}
		}
		return { ...document, text, language, genreBasis: basis, findings: gather(findings, rules) };
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

interface Checking {
	readonly setOfRules: string;
	readonly blockRules: readonly BlockRule[];
	readonly lexicons: Lexicons;
	readonly genre: Genre;
}

function checked(block: ReadBlock, context: BlockContext, checking: Checking): readonly BlockFinding[] {
	const key = `${checking.setOfRules}\n${contextKey(context)}`;
	const known = block.checked.get(key);
	if (known) return known;
	const view = { analysis: block.analysis, context, lexicons: checking.lexicons, genre: checking.genre };
	const found = checking.blockRules.flatMap(rule => [...rule.checkBlock(view)].map(finding => ({ rule, finding })));
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
		({ source, first, via, candidates = [], unintroduced }) =>
			`${[source, ...via, null, ...candidates].map(s => (s ? writtenOnce(s) : '')).join()}${first}${unintroduced}`,
	);
	const quoted = speakers.map(speaker => (speaker ? writtenOnce(speaker) : ''));
	return [genre, writtenOnce(habits), writtenOnce(verbs), who.join('\n'), quoted.join('\n'), JSON.stringify(own)].join(
		'\n\n',
	);
}

function severityOf(rule: Rule, severities: Draft['rules']): Severity | 'off' {
	return (
		(Object.hasOwn(severities, rule.id) ? severities[rule.id] : undefined) ?? (rule.defaultOn ? rule.severity : 'off')
	);
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
