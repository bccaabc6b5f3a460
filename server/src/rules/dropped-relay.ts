import { t } from '@vscode/l10n';
import type { DroppedRelay } from '../attribution/context';
import type { BlockAttribution, Mention } from '../attribution/model';
import { indefiniteArticle } from '../text/inflection';
import { nameOf, wordsOf } from './phrases';
import type { BlockRule, BlockView, Edit, Fix, RuleFinding } from './rule';
import { forMessage } from './wording';

/** Asks where the outlet has gone that the body credits, or why one source has become several. */
export const droppedRelay: BlockRule = {
	id: 'dropped-relay',
	summary:
		'Asks for the outlet that the body credits and that is missing here, and for “sources” where the body has one.',
	why: `Words that came through another outlet are that outlet’s to answer for. Told without it they look like the paper’s
own reporting. “Sources” where there was one makes the ground look firmer than it is.`,
	answer: 'Credit the outlet each time the words are told anew: in the standfirst, in a caption, further down.',
	authorities: [
		{
			title: 'Reuters: anonymous sources, the rules',
			url: 'http://blogs.reuters.com/reuters-editors/2008/07/17/anonymous-sources-reuters-rules/',
		},
		{
			title: 'BBC Editorial Guidelines: Accuracy',
			url: 'https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy',
		},
	],
	severity: 'information',
	defaultOn: true,
	voice: { quoted: null, attributed: null },
	silentIn: ['opinion', 'press-release', 'essay', 'not-news'],
	example: `Harbour talks near collapse

After two days of talks the board went home without a deal, and sources close to the board said the sale of the old pier is now unlikely
                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ dropped-relay

The harbour board met for a second day on Monday, in the old hall above the market, and went home late without a deal.

A senior official told the Norhaven Gazette that the sale of the old pier had become unlikely after the storm.`,
	nonExample: `Harbour talks near collapse

After two days of talks the board went home without a deal, and an official told the Norhaven Gazette the sale of the old pier is now unlikely

The harbour board met for a second day on Monday, in the old hall above the market, and went home late without a deal.

A senior official told the Norhaven Gazette that the sale of the old pier had become unlikely after the storm.`,
	*checkBlock(view: BlockView): Iterable<RuleFinding> {
		const { analysis, context } = view;
		const told = new Set<number>();
		for (const [index, relay] of context.relays.entries()) {
			const attribution = analysis.attributions[index];
			if (!relay || !attribution?.source || told.has(attribution.source.start)) continue;
			const { source } = attribution;
			told.add(source.start);
			const words = forMessage(relay.body.source ?? '');
			yield {
				span: nameOf(analysis, source),
				message: messageFor(relay, forMessage(wordsOf(analysis, nameOf(analysis, source)))),
				related: [{ span: relay.body.span, message: t('Here the body says “{0}”.', words), elsewhere: true }],
				fixes: creditEdits(view, attribution, source, relay),
			};
		}
	},
};

/** A name that a message can say twice. */
const longestRepeated = 24;

function messageFor({ outlet, multiplied, body }: DroppedRelay, words: string): string {
	if (outlet === null) return t('“{0}”, but the body has one: “{1}”.', words, lowered(forMessage(body.source ?? '')));
	const name = lowered(outlet);
	if (name.length > longestRepeated) {
		return multiplied
			? t('The body credits {0} for this, from one source. Here it is missing.', name)
			: t('The body credits {0} for this. Here it is missing.', name);
	}
	return multiplied
		? t('The body credits {0} for this, from one source. Here {0} is missing.', name)
		: t('The body credits {0} for this. Here {0} is missing.', name);
}

/**
 * "sources close to the talks said …" → "a senior source told AFP …": the body's words for the source where there is
 * one, and the outlet. Only where "said" or "says" follows the source at once.
 */
function creditEdits(
	{ analysis }: BlockView,
	{ cue }: BlockAttribution,
	source: Mention,
	relay: DroppedRelay,
): readonly Fix[] {
	const { outlet, multiplied, body } = relay;
	const { tokens, block } = analysis;
	const verb = tokens[source.endToken];
	if (!outlet || !cue || cue.head !== source.endToken || !verb) return [];
	const past = { said: 'told', says: 'tells', say: multiplied ? 'tells' : 'tell' }[verb.lower];
	if (!past) return [];
	const own = block.text.slice(source.start, source.end);
	const words = multiplied && body.source ? anew(body.source, /^\p{Lu}/u.test(own)) : own;
	const edit: Edit = {
		span: { start: source.start, end: verb.end },
		text: `${words} ${past} ${lowered(outlet)}`,
	};
	return [{ title: t('Credit {0}', lowered(outlet)), kind: 'reword', edits: [edit] }];
}

/** "Another senior source" as it is first told of: "a senior source". */
function anew(source: string, capital: boolean): string {
	const bare = source.replace(/^(?:another|the|an?|one) /i, '');
	const words = `${indefiniteArticle(bare)} ${bare}`;
	return capital ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

function lowered(words: string): string {
	return words.replace(/^(?:An?|Another|The|One) /, article => article.toLowerCase());
}
