/** What the writer claims without a source. */
import type { BlockAnalysis } from '../attribution/model';
import { genreSeverity } from '../rules/genres';
import { accusationQuestion, unattributedAccusation, unsourcedAccusations } from '../rules/unattributed-accusation';
import { claimQuestion, unattributedClaim, unsourcedClaims } from '../rules/unattributed-claim';
import { forMessage } from '../rules/wording';
import type { ReadDraft } from './draft';
import type { UnsourcedClaim } from './model';
import { printable, shortened } from './words';

const longestClause = 160;

/**
 * All that an editor could ask about, where the rules ask about the strongest of a paragraph; null where the genre leaves
 * claims to the writer.
 */
export function claimsOf(draft: ReadDraft): readonly UnsourcedClaim[] | null {
	const { analyses, contexts, genre } = draft.analysis;
	const asksClaims = genreSeverity(unattributedClaim, genre) !== 'off';
	const asksAccusations = genreSeverity(unattributedAccusation, genre) !== 'off';
	if (!asksClaims && !asksAccusations) return null;
	return analyses.flatMap((analysis, b) => {
		const context = contexts[b];
		if (!context || analysis.claims.length === 0) return [];
		const view = { analysis, context, genre };
		const claims = asksClaims ? [...unsourcedClaims(view)].flatMap(index => analysis.claims[index] ?? []) : [];
		const accusations = asksAccusations ? unsourcedAccusations(view) : [];
		return [...claims, ...accusations]
			.sort((one, other) => one.triggerSpan.start - other.triggerSpan.start)
			.map(claim => {
				const words = wordsOf(analysis, claim.phrase);
				return {
					trigger: claim.trigger,
					words: printable(words),
					clause: shortened(wordsOf(analysis, claim.span), longestClause),
					question: printable(
						claim.trigger === 'accusation'
							? accusationQuestion(view, claim)
							: claimQuestion(view, claim, forMessage(words)),
					),
					place: draft.placeOf(b, claim.phrase),
				};
			});
	});
}

function wordsOf({ block }: BlockAnalysis, { start, end }: { readonly start: number; readonly end: number }): string {
	return block.text.slice(start, end);
}
