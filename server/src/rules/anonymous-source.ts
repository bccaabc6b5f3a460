import type { ResolvedAttribution, SourceSummary } from '../attribution/context';
import type { BlockAnalysis, BlockAttribution, Mention } from '../attribution/model';
import { isBare } from '../attribution/sources';
import { contains } from '../text/span';
import { describeSource } from './fixes';
import { nameOf, wordsOf } from './phrases';
import type { BlockRule, BlockView, RuleFinding, Severity } from './rule';
import { voiceAt } from './voice';
import { forMessage } from './wording';

/** Asks who an unnamed source is: one finding a source, where it first speaks. */
export const anonymousSource: BlockRule = {
	id: 'anonymous-source',
	summary: 'Asks what readers can know of a source that is not named.',
	why: `Readers cannot weigh words when they do not know whose they are. Newsrooms allow unnamed sources when there is no
other way to the facts, and ask the writer to tell as much as can be told: what position the source holds, how it knows,
and why it is not named. “Sources said” tells nothing of it.`,
	answer: `Name the source, or say what can be said: the position, the body it belongs to, how it came to know, and what
it risks by being named. Where another outlet has the source, say whether that outlet gave its reason. Never write more
than the source agreed to.`,
	authorities: [
		{
			title: 'AP: When is it OK to use anonymous sources?',
			url: 'https://blog.ap.org/behind-the-news/when-is-it-ok-to-use-anonymous-sources',
		},
		{
			title: 'NPR Ethics Handbook: identify a source as best you can',
			url: 'http://ethics.npr.org/g-transparency/i-d-that-source-as-best-you-can/',
		},
		{
			title: 'Guardian readers’ editor: anonymous sources',
			url: 'https://www.theguardian.com/commentisfree/2014/sep/07/readers-editor-anonymous-sources-guardian-guidelines',
		},
	],
	severity: 'warning',
	defaultOn: true,
	voice: { quoted: 'skip', attributed: 'report' },
	silentIn: ['press-release', 'essay', 'not-news'],
	example: `Profits fell sharply in spring, sources said.
                                ^^^^^^^ anonymous-source
A senior official at the harbour board told The Daily Courier that the crane had failed twice.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ anonymous-source`,
	nonExample: `Police said the road would stay closed. A spokesman for the harbour board said the crane had passed its test.
Jane Doe, an official at the ministry, said the bridge was safe.`,
	*checkBlock(view: BlockView): Iterable<RuleFinding> {
		const { analysis, context } = view;
		for (const [index, attribution] of analysis.attributions.entries()) {
			const resolved = context.attributions[index];
			const { source } = attribution;
			if (
				!resolved?.source ||
				!source ||
				source.form !== 'noun' ||
				resolved.source.identification !== 'anonymous' ||
				!resolved.first
			)
				continue;
			const span = nameOf(analysis, source);
			if (voiceAt(context, span) === 'quoted') continue;
			yield {
				span,
				severity: severityOf(view, attribution, source, resolved),
				message: messageFor(analysis, source, resolved, resolved.source),
				fixes: resolved.via.length > 0 ? [] : describeSource(view, source),
				note: noteFor(resolved.source),
			};
		}
	},
};

/** A warning when nothing is told of the source, or when it attacks; else a matter to look at (EDITORIAL limit 5). */
function severityOf(
	{ analysis, genre }: BlockView,
	{ content }: BlockAttribution,
	source: Mention,
	{ via }: ResolvedAttribution,
): Severity {
	if (genre === 'opinion') return 'information';
	const attacks = analysis.claims.some(
		({ trigger, triggerSpan }) => trigger === 'accusation' && content.some(span => contains(span, triggerSpan)),
	);
	if (attacks) return 'warning';
	return isBare(source, analysis.tokens) && via.length === 0 ? 'warning' : 'information';
}

function messageFor(
	analysis: BlockAnalysis,
	source: Mention,
	{ via }: ResolvedAttribution,
	known: SourceSummary,
): string {
	const words = forMessage(wordsOf(analysis, nameOf(analysis, source)));
	const [outlet] = via;
	if (outlet) {
		const several = source.plural ? 'sources' : 'source';
		const short = outlet.shortName.replace(/^the /, 'The ');
		return `${short}’s unnamed ${several}. Did ${outlet.shortName.replace(/^The /, 'the ')} say why?`;
	}
	const reason = known.anonymity?.reason ?? '';
	if (known.anonymity?.why === 'boilerplate' && /authori[sz]ed/.test(reason))
		return '“not authorized to speak” is the rule they break. What is the risk to them?';
	if (isBare(source, analysis.tokens)) {
		return source.plural
			? `“${words}”: who, how many, and how do they know?`
			: `“${words}”: who is it, and how do they know?`;
	}
	const missing = missingOf(known, source.plural);
	return missing.length === 0
		? `“${words}” ${source.plural ? 'are' : 'is'} not named.`
		: `“${words}” ${source.plural ? 'are' : 'is'} not named. Not said: ${missing.join(', ')}.`;
}

function missingOf({ anonymity, descriptors }: SourceSummary, plural: boolean): readonly string[] {
	const missing: string[] = [];
	const told = `${anonymity?.position ?? ''} ${descriptors.join(' ')}`;
	if (plural) missing.push('how many');
	if (!anonymity?.position) missing.push('position');
	else if (
		!/\b(?:at|of|in|from|for|with|ministry|department|police|army|bank|party|board|agency|defen[cs]e|security)\b/i.test(
			told,
		)
	)
		missing.push('agency');
	if (!anonymity?.basis) missing.push('how they know');
	if (!anonymity?.reason) missing.push('why unnamed');
	return missing;
}

function noteFor({ anonymity }: SourceSummary): string {
	const said = (label: string, words: string | null | undefined): string =>
		`${label}: ${words ? `“${words}”` : 'not said'}`;
	return [
		said('Position', anonymity?.position),
		said('How they know', anonymity?.basis),
		said('Why unnamed', anonymity?.reason),
	].join('. ');
}
