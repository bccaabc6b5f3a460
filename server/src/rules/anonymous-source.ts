import { t } from '@vscode/l10n';
import type { Anonymity } from '../attribution/model';
import { contains } from '../text/span';
import {
	isBoilerplate,
	knownOf,
	missingOf,
	quoted,
	relayQuestion,
	saysNothing,
	type Unnamed,
	unnamedIn,
} from './anonymity';
import { describeSource } from './fixes';
import type { BlockRule, BlockView, RuleFinding, Severity } from './rule';

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
	measured:
		'Of 35 findings in articles of US political news, 26 were fair questions to one reader; most of the others are groups who act and tell nothing.',
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
		for (const unnamed of unnamedIn(view)) {
			// One that judges others is asked another question.
			if (unnamed.source.judges || isMindTold(view, unnamed)) continue;
			const { mention, resolved, source, span } = unnamed;
			yield {
				span,
				severity: severityOf(view, unnamed),
				message: messageFor(view, unnamed),
				fixes: resolved.via.length > 0 || mention.form === 'pronoun' ? [] : describeSource(view, mention),
				note: knownOf(source),
				sameAs: source.id,
			};
		}
	},
};

/** "Officials feared": the writer tells what goes on in them; no one has spoken. */
function isMindTold({ analysis }: BlockView, { attribution: { cue, content } }: Unnamed): boolean {
	return cue?.stance === 'mental' && !analysis.quotations.some(q => content.some(part => contains(part, q)));
}

/** A warning when nothing is told of the source; one that is described, or another outlet's, is a matter to look at. */
function severityOf(view: BlockView, { mention, resolved }: Unnamed): Severity {
	if (resolved.via.length > 0) return 'information';
	return mention.form !== 'pronoun' && saysNothing(view, mention) ? 'warning' : 'information';
}

function messageFor(view: BlockView, unnamed: Unnamed): string {
	const relayed = relayQuestion(unnamed);
	if (relayed) return relayed;
	const { mention, source } = unnamed;
	if (isBoilerplate(source.anonymity)) return boilerplateQuestion(source.anonymity);
	const words = quoted(view, unnamed);
	if (saysNothing(view, mention)) {
		return mention.plural
			? t('“{0}”: who, how many, and how do they know?', words)
			: t('“{0}”: who is it, and how do they know?', words);
	}
	const missing = missingOf(view, unnamed).join(', ');
	if (missing === '') return mention.plural ? t('“{0}” are not named.', words) : t('“{0}” is not named.', words);
	return mention.plural
		? t('“{0}” are not named. Not said: {1}.', words, missing)
		: t('“{0}” is not named. Not said: {1}.', words, missing);
}

/** "not authorized to speak": a reason that is none. */
function boilerplateQuestion(anonymity: Anonymity | null): string {
	return /authori[sz]ed/.test(anonymity?.reason ?? '')
		? t('“not authorized to speak” is the rule they break. What is the risk to them?')
		: t('Most matters are sensitive. What is the risk to the source?');
}
