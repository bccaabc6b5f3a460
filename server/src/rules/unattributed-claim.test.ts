import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAnnotated } from '../testing/annotations';
import { annotationsIn, findingsOf } from '../testing/drafts';

const rule = 'unattributed-claim';

for (const fixture of [
	`The new tunnel has cost $2 billion so far.
                        ^^^^^^^^^^ unattributed-claim`,
	`About 40 percent of the boats in Oldport are older than the pier. The ferry ran.
      ^^^^^^^^^^ unattributed-claim`,
	`Mayor Harlow wants revenge on the council.
             ^^^^^ unattributed-claim`,
	`The new tolls led to longer queues at the port.
              ^^^^^^ unattributed-claim`,
	`The shipyard is the largest employer of the coast.
                ^^^^^^^^^^^ unattributed-claim`,
	`The storm was the worst in history.
                        ^^^^^^^^^^ unattributed-claim`,
	`The yard, one of the largest employers of the coast, is for sale.
                 ^^^^^^^^^^^ unattributed-claim`,
	`The tolls drew traders. A shortage of cranes led to a rise in fees.
                                             ^^^^^^ unattributed-claim`,
	`Support among fishermen still lags behind the board’s hopes.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unattributed-claim`,
	`The strike is likely to spread. The new tariff will cost the ports 200 jobs.
                                               ^^^^^^^^^ unattributed-claim`,
	`More than 28,000 people filled the harbour, and 40 people stayed.
          ^^^^^^^^^^^^^ unattributed-claim`,
	`The reform will fail without the ports.
           ^^^^^^^^^ unattributed-claim`,
	`If the reform passes, it will cost the ports a third of their trade.
                         ^^^^^^^^^ unattributed-claim`,
	`The new rules could drive the ferries out of Oldport.
              ^^^^^^^^^^^ unattributed-claim`,
	`The coal pier is poised for a busy year.
              ^^^^^^^^^^^^^^^ unattributed-claim`,
	`It is unlikely the board has the money.
^^^^^^^^^^^^^^ unattributed-claim`,
	`Fires in the harbour are very rare.
                         ^^^^^^^^^ unattributed-claim`,
	`Most Norlanders want a new pier, and most voters want a bridge.
                                     ^^^^^^^^^^^^^^^^ unattributed-claim`,
	`The bridge was never built because of opposition from the ferry owners.
                           ^^^^^^^^^^^^^^^^^^^^^ unattributed-claim`,
	`The yard is one of the largest employers of the coast.
                   ^^^^^^^^^^^ unattributed-claim`,
	`Everyone says the tunnel is late. It has cost $2 billion so far.
                                              ^^^^^^^^^^ unattributed-claim`,
	`In Oldport unemployment has soared since the mine shut.
           ^^^^^^^^^^^^^^^^^^^^^^^ unattributed-claim`,
	`Norland shut the border to punish the fishermen.
                        ^^^^^^^^^ unattributed-claim`,
	`The ferries carry twice as many cars as the bridge.
                  ^^^^^^^^^^^^^ unattributed-claim`,
	`Apparently the board knew of the leak.
^^^^^^^^^^ unattributed-claim`,
	`The delay will no doubt anger the owners.
               ^^^^^^^^ unattributed-claim`,
	`The fleet is shrinking, largely because the tolls rose.
                        ^^^^^^^^^^^^^^^ unattributed-claim`,
	`Quist does far fewer tours than her rival.
           ^^^^^^^^^ unattributed-claim`,
	`The board sold the pier, potentially closing the ferry yard.
                         ^^^^^^^^^^^^^^^^^^^ unattributed-claim`,
	`The captains risk angering the owners with any delay.
             ^^^^^^^^^^^^^ unattributed-claim`,
	`The quarrel could leave the board without a majority.
            ^^^^^^^^^^^^^^^ unattributed-claim`,
	`It was the most daring purchase of her career, and it failed.
                                ^^^^^^^^^^^^^ unattributed-claim`,
	`More than 28,000 protesters filled the harbour, and 40 protesters stayed.
          ^^^^^^^^^^^^^^^^^ unattributed-claim`,
	`Harlow has just 5 percent support of the northern vote in Oldport.
                ^^^^^^^^^ unattributed-claim`,
	`The tolls caused delays. About 12,000 people left the town. The port is the busiest harbour of the north.
                               ^^^^^^^^^^^^^ unattributed-claim`,
]) {
	test(`found: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, text => annotationsIn(rule, text)));
}

for (const fixture of [
	`The tunnel has cost $2 billion so far, the auditor said. It is the largest of the coast.`,
	`The auditor said the tunnel was late. It has cost $2 billion so far.`,
	`The tunnel opened on 3 May 2019 with two lanes. Reed, 43, won 3-1. The loaf costs $4.`,
	`The board paid $2 million for the land. The council bought a $3 million crane.`,
	`Only 40 percent of members are required to be present. The threshold is 5 percent.`,
	`A poll by the university asked 900 people. Harlow leads by 12 percent.`,
	`Harlow will speak on Monday. The band will be back. Quist will be sworn in next week.`,
	`It is a good cause. The claims cause stirred the town. The lead to follow was his.`,
	`It is unclear whether the reform will fail.`,
	`The tunnel has cost $2 billion so far, according to records seen by the Courier.`,
	`Will the reform fail? Do the tolls cause delays?`,
	`“The tolls led to queues,” Harlow said. She hopes the council will agree.

The hall was full.

Harlow wants a new pier.`,
	`The match was closed because of rain. The road is shut due to snow.`,
	`Smith took bribes from two builders.`,
	`Smith took 12 million bribes from builders and lied to the council about 40 percent of them.`,
	`Harlow won 61 percent of the vote. She has 40 percent of the delegates.`,
	`Among likely voters Harlow leads by 12 percent. The board set tariffs of 25 percent.`,
	`She gave the poor a voice against the 1 percent. She climbed the highest peaks of Norland.`,
	`The film explores how the tolls led to the strike. Next: results in Oldport and Norland.`,
	`The board built what it hopes will become a port. The biggest challenge was the cold.`,
	`Harlow contributed to the campaign. The speech calmed Norlandian fears.`,
	`about 40 percent of the boats and`,
	`Contributed to the fund.`,
	`The storm was the deadliest in history. Ann is the oldest daughter of the founder.`,
	`Quist serves in the army with the largest number of tanks. The Reform Party won the biggest bloc of the coast.`,
	`The raid led to a second visit. The storm shut the port, resulting in longer queues.`,
	`The rise of Harlow has caused unrest in the port.`,
	`Harlow said nothing. The allegation that he paid her to cover up the affair is old. It is unclear what the board wants.`,
	`The quarrel shows no sign that it will end badly. The board fears that the tariff will cost jobs.`,
	`The tax was cut to 10 percent from 12 percent. Quist won 35 percent in the south.`,
	`Coast Rail fell $1.25, or 1.4 percent, to $88.95. The yield rose to 3 percent.`,
	`About 300 people came to the pier. Nearly 70 percent of its residents have a boat.`,
	`Harlow raised $33 million in spring. The firm earned nearly $7 million last year.`,
	`It has just $16 million left. That, Ida Quist said, is by design.`,
	`$50 million.`,
	`Membership dues start at $100,000. Each club is working to raise more than $60 million.`,
	`The idea that the tolls led to longer queues is silly.`,
	`Causes of the delay were found.`,
	`There is no doubt about the leak. She made a potentially damaging mistake. One note, apparently referring to the leak, was short.`,
	`Quist has 40 boats, far more than Harlow, who has 3. She was far more tired. The owners are willing to risk angering her.`,
	`The treaty will not take effect until the ports have signed it. About 300 protesters came.`,
	`Quist got 19 percent of the popular vote. Harlow took 12 percent of the Reform Party vote.`,
	`width:100%;`,
	`Apparently the board did not give up. Quist said it called twice.`,
	`The road is shut because the bridge was washed away. It earned $7.6 billion last year, and $2.9 billion of it in Norland.`,
	`The board freed up $26 million for the pier.`,
]) {
	test(`silent: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, text => annotationsIn(rule, text)));
}

test('one a paragraph, the strongest', () => {
	const found = findingsOf(
		rule,
		'The tolls led to queues. About 12,000 people left the town. Mayor Harlow wants revenge.',
	);
	assert.deepEqual(
		found.map(({ message }) => message),
		['How do we know what Harlow wants? No one is quoted for it.'],
	);
});

test('messages ask', () => {
	const message = (text: string) => findingsOf(rule, text)[0]?.message;
	assert.equal(message('The tunnel has cost $2 billion so far.'), 'Whose figure is “$2 billion”? No source here.');
	assert.equal(message('The new tolls led to longer queues.'), 'Who says one caused the other: “led to”?');
	assert.equal(message('The shipyard is the largest employer of the coast.'), '“the largest”: by whose count?');
	assert.equal(message('The reform will fail without the ports.'), 'Who expects this: “will fail”?');
});

test('a link, a footnote or a note makes it cited', () => {
	const markdown = (text: string) => findingsOf(rule, text, { format: 'markdown' }).length;
	assert.equal(markdown('The tunnel has cost $2 billion so far.'), 1);
	assert.equal(markdown('The tunnel has [cost $2 billion](https://example.org/costs) so far.'), 0);
	assert.equal(markdown('The tunnel has cost $2 billion so far.[^1]\n\n[^1]: The accounts.'), 0);
	assert.equal(markdown('The tunnel has cost $2 billion so far (Reed, 2019).'), 0);
});

test('an accusation is another rule’s', () => {
	assert.deepEqual(findingsOf(rule, 'Smith took bribes from two builders.'), []);
});

test('in an analysis, forecasts and causes are the writer’s own; in an op-ed all of it', () => {
	for (const text of ['The reform will fail without the ports.', 'The new tolls led to longer queues.']) {
		assert.equal(findingsOf(rule, text).length, 1);
		assert.deepEqual(findingsOf(rule, text, { genre: 'analysis' }), []);
	}
	const figure = 'The tunnel has cost $2 billion so far.';
	assert.equal(findingsOf(rule, figure, { genre: 'analysis' }).length, 1);
	for (const genre of ['opinion', 'press-release', 'interview', 'not-news'] as const)
		assert.deepEqual(findingsOf(rule, figure, { genre }), []);
});
