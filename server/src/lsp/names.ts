/** Where in the draft the names of its sources stand, without titles, appositives and articles. */
import type { Analysis } from '../analysis';
import { bareName } from '../attribution/coreference/names';
import type { BlockAnalysis, Mention, MentionForm, Source } from '../attribution/model';
import { inDocument } from '../attribution/offsets';
import { contains, type Span } from '../text/span';
import { countBefore, documentSpan, placeAt } from './place';

/** A name as it stands in a block; offsets are the block's. */
export interface NameInBlock extends Span {
	readonly block: number;
	/** The name as it is compared: "norland harbour board". */
	readonly bare: string;
}

/** How a source is spoken of in one of its mentions, and its name there. */
export interface SpokenOf {
	readonly form: MentionForm;
	readonly name: NameInBlock | null;
}

/** What a mention of a source, a document span, calls it. */
export function spokenOf(analysis: Analysis, source: Source, mention: Span): SpokenOf {
	const place = placeAt(analysis, mention.start);
	if (!place) return { form: 'noun', name: null };
	const { block, analysis: read } = place;
	const lasts = new Set([source.name, source.shortName].map(lastWord));
	let form: MentionForm | null = null;
	let best: NameInBlock | null = null;
	for (const each of mentionsIn(read)) {
		const { start, end } = inDocument(read, each);
		if (start < mention.start || mention.end < end) continue;
		const isWhole = start === mention.start && end === mention.end;
		if (isWhole) form ??= each.form;
		const name = nameIn(read, block, each);
		// "Reed’s deputy, Peter Lund": two names, of which one is the source's.
		if (name && (isWhole || lasts.has(lastWord(name.bare)))) best = longer(best, name);
	}
	// At a sentence's beginning a name may be known only by what the rest of the draft tells.
	best ??= bareMention(analysis, read, block, source, mention);
	return { form: best ? 'name' : (form ?? 'noun'), name: best };
}

/** All names in the draft that read like one of these, whoever bears them. */
export function namesLike({ analyses }: Analysis, bares: ReadonlySet<string>): readonly NameInBlock[] {
	return analyses.flatMap((read, block) => namesIn(read, block).filter(({ bare }) => bares.has(bare)));
}

/** The names in a block, of whomever, each once. */
export function namesIn(read: BlockAnalysis, block: number): readonly NameInBlock[] {
	const found = new Map<number, NameInBlock>();
	for (const mention of mentionsIn(read)) {
		const name = nameIn(read, block, mention);
		if (name) found.set(name.start, longer(found.get(name.start) ?? null, name));
	}
	return [...found.values()];
}

/** The named sources that a name may be: by the whole name, the one in use, or a person's last name. */
export function bearersOf({ sources }: Analysis): ReadonlyMap<string, readonly Source[]> {
	const bearers = new Map<string, Source[]>();
	for (const source of sources) {
		if (source.identification === 'named') {
			for (const bare of waysToName(source)) bearers.set(bare, [...(bearers.get(bare) ?? []), source]);
		}
	}
	return bearers;
}

/** Where a source, and no other that speaks, is named within what is said of another, or in passing; document spans. */
export function namedInPassing(analysis: Analysis, source: Source): readonly Span[] {
	if (source.identification !== 'named') return [];
	const bearers = bearersOf(analysis);
	const own = new Set([...waysToName(source)].filter(bare => bearers.get(bare)?.length === 1));
	const spans = namesLike(analysis, own).map(name => documentSpan(analysis, name.block, name));
	const isMention = (span: Span) => {
		const before = source.mentions[countBefore(source.mentions, span.start + 1) - 1];
		return before !== undefined && contains(before, span);
	};
	return spans.filter(span => !isMention(span));
}

function waysToName({ name, shortName, kind }: Source): ReadonlySet<string> {
	return new Set([bareName(name), bareName(shortName), ...(kind === 'person' ? [lastWord(name)] : [])]);
}

/** The last word alone, where the name ends with it: "Reed" in "Jane Reed". */
export function endOfName(analysis: Analysis, name: NameInBlock, bare: string): NameInBlock | null {
	if (name.bare === bare) return name;
	if (!name.bare.endsWith(` ${bare}`)) return null;
	const { text } = analysis.analyses[name.block]?.block ?? { text: '' };
	const start = name.end - bare.length;
	return bareName(text.slice(start, name.end)) === bare ? { ...name, start, bare } : null;
}

function mentionsIn({ attributions, mentions }: BlockAnalysis): readonly Mention[] {
	return [...attributions.flatMap(({ source, via }) => (source ? [source, ...via] : via)), ...mentions];
}

function nameIn({ block: { text }, tokens }: BlockAnalysis, block: number, mention: Mention): NameInBlock | null {
	const name = mention.name.replace(/^the /i, '');
	const head = tokens[mention.head];
	if (mention.form !== 'name' || name === '' || !head) return null;
	const start = text.startsWith(name, head.end - name.length)
		? head.end - name.length
		: text.slice(0, mention.end).indexOf(name, mention.start);
	return start < mention.start ? null : { block, start, end: start + name.length, bare: bareName(name) };
}

function bareMention(
	analysis: Analysis,
	{ block: { text }, tokens }: BlockAnalysis,
	block: number,
	source: Source,
	mention: Span,
): NameInBlock | null {
	const place = placeAt(analysis, mention.end);
	const word = place?.block === block ? tokens.find(({ end }) => end === place.offset) : undefined;
	if (!word || lastWord(source.name) !== bareName(word.text)) return null;
	const { start, end } = word;
	return { block, start, end, bare: bareName(text.slice(start, end)) };
}

function longer(a: NameInBlock | null, b: NameInBlock): NameInBlock {
	return a && a.end - a.start >= b.end - b.start ? a : b;
}

function lastWord(name: string): string {
	return bareName(name).split(/\s/).at(-1) ?? '';
}
