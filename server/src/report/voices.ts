/** Whose the words of a draft are. */
import type { SourceSummary, VoiceSpan } from '../attribution/context';
import type { BlockAnalysis } from '../attribution/model';
import { overlaps, type Span } from '../text/span';
import type { Token } from '../text/tokens';
import type { ReadDraft } from './draft';
import type { IdentificationShare, Standing, VoiceShare } from './model';

export interface Voices {
	readonly words: number;
	readonly bySource: readonly VoiceShare[];
	readonly byIdentification: readonly IdentificationShare[];
}

/** Whom a stretch belongs to: a source, no one who is told, or the writer. */
export type Owner = SourceSummary | 'no-speaker' | 'own';

/**
 * Counts the words of each voice. What one source says of another's words is the first one's: it is from there that
 * the writer has them. The words that attribute ("Quist said") are the writer's.
 */
export function countVoices({ analysis }: ReadDraft): Voices {
	const counts = new Map<string, { readonly owner: Owner; words: number }>();
	let words = 0;
	for (const [b, block] of analysis.analyses.entries()) {
		if (block.tokens.length === 0) continue;
		const stretches = ownersIn(analysis, b);
		for (const [i, token] of block.tokens.entries()) {
			if (!isWord(token, block.tokens[i - 1])) continue;
			words++;
			const owner = ownerOf(stretches, token);
			const key = typeof owner === 'string' ? owner : owner.id;
			const count = counts.get(key);
			if (count) count.words++;
			else counts.set(key, { owner, words: 1 });
		}
	}
	const ordered = [...counts.values()].sort(
		(a, b) => Number(b.owner === 'own') - Number(a.owner === 'own') || b.words - a.words,
	);
	const bySource = ordered.map(({ owner, words: own }) => ({
		source: typeof owner === 'string' ? null : owner.id,
		name: typeof owner === 'string' ? null : owner.name,
		standing: typeof owner === 'string' ? owner : owner.identification,
		words: own,
		share: shareOf(own, words),
	}));
	const byIdentification = standings.map(standing => {
		const own = bySource.reduce((sum, each) => sum + (each.standing === standing ? each.words : 0), 0);
		return { standing, words: own, share: shareOf(own, words) };
	});
	return { words, bySource, byIdentification };
}

const standings: readonly Standing[] = ['own', 'named', 'described', 'anonymous', 'vague', 'no-speaker'];

/** 0 to 1, three decimals. */
export function shareOf(part: number, whole: number): number {
	return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000;
}

/** Words and figures as a reader counts them: "didn’t" is one. */
function isWord({ kind, start }: Token, before: Token | undefined): boolean {
	if (kind !== 'word' && kind !== 'number') return false;
	return !(before && before.end === start && (before.kind === 'word' || before.kind === 'number'));
}

export interface OwnedSpan extends Span {
	readonly owner: Owner;
}

/** The stretches of a block that are not the writer's own, outermost first where they nest; block-relative. */
export function ownersIn({ analyses, contexts }: ReadDraft['analysis'], b: number): readonly OwnedSpan[] {
	const block = analyses[b] as BlockAnalysis;
	const context = contexts[b];
	return (context?.voices ?? []).flatMap(voice => {
		const resolved = voice.attribution === null ? null : (context?.attributions[voice.attribution]?.source ?? null);
		const owner = resolved ?? (voice.voice === 'quoted' ? quotedOwner(block, context?.speakers ?? [], voice) : null);
		return owner === null ? [] : [{ start: voice.start, end: voice.end, owner }];
	});
}

/** Titles, and words held at a distance, are nobody's speech. */
function quotedOwner(
	{ quotations }: BlockAnalysis,
	speakers: readonly (SourceSummary | null)[],
	voice: VoiceSpan,
): Owner | null {
	const index = quotations.findIndex(quotation => overlaps(quotation, voice));
	const quotation = quotations[index];
	if (!quotation || quotation.kind === 'scare' || quotation.kind === 'title') return null;
	return speakers[index] ?? 'no-speaker';
}

/** The owner of the outermost stretch around a span. */
export function ownerOf(stretches: readonly OwnedSpan[], span: Span): Owner {
	for (const { start, end, owner } of stretches) {
		if (start > span.start) break;
		if (span.end <= end) return owner;
	}
	return 'own';
}
