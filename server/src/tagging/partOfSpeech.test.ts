import { test } from 'node:test';
import { attributionTagger } from '../attribution/tagger';
import { resources } from '../resources';
import { type Annotation, assertAnnotated } from '../testing/annotations';
import { splitSentences } from '../text/sentences';
import { tokenize } from '../text/tokens';

const tagger = attributionTagger(resources.models);

/** Nouns and verbs by their universal tags: what a reading of who speaks stands and falls with. */
function nounsAndVerbs(text: string): Annotation[] {
	const tokens = tokenize(text);
	const { columns } = tagger.read(tokens, splitSentences(text, tokens), [], false);
	return tokens.flatMap((token, i) => {
		const label = (tagger.tagNames[columns.tags[i] as number] as string).split('|')[0] as string;
		return token.kind === 'word' && /^(?:VERB|NOUN|AUX)$/.test(label) ? [{ span: token, label }] : [];
	});
}

/** Turns of newsrooms, and words that are now a noun and now a verb. */
const fixtures = `
People familiar with the matter spoke first.
^^^^^^ NOUN
                         ^^^^^^ NOUN
                                ^^^^^ VERB

He told the French news agency the talks were slow.
   ^^^^ VERB
                   ^^^^ NOUN
                        ^^^^^^ NOUN
                                   ^^^^^ NOUN
                                         ^^^^ AUX

The report claims that prices rose.
    ^^^^^^ NOUN
           ^^^^^^ VERB
                       ^^^^^^ NOUN
                              ^^^^ VERB

Her claims were false.
    ^^^^^^ NOUN
           ^^^^ AUX

He warns of floods.
   ^^^^^ VERB
            ^^^^^^ NOUN

Officials say prices rose.
^^^^^^^^^ NOUN
          ^^^ VERB
              ^^^^^^ NOUN
                     ^^^^ VERB

The plans were leaked.
    ^^^^^ NOUN
          ^^^^ AUX
               ^^^^^^ VERB

A close aide left early.
        ^^^^ NOUN
             ^^^^ VERB

The doors close at noon.
    ^^^^^ NOUN
          ^^^^^ VERB
                   ^^^^ NOUN

She testified that he lied.
    ^^^^^^^^^ VERB
                      ^^^^ VERB

Voters want change.
^^^^^^ NOUN
       ^^^^ VERB
            ^^^^^^ NOUN

The study found no harm.
    ^^^^^ NOUN
          ^^^^^ VERB
                   ^^^^ NOUN

He said so on Monday.
   ^^^^ VERB

The firm reports a loss.
    ^^^^ NOUN
         ^^^^^^^ VERB
                   ^^^^ NOUN

Two reports were late.
    ^^^^^^^ NOUN
            ^^^^ AUX

They accused him of theft.
     ^^^^^^^ VERB
                    ^^^^^ NOUN

Sources close to the talks agreed.
^^^^^^^ NOUN
                     ^^^^^ NOUN
                           ^^^^^^ VERB

The state said little.
    ^^^^^ NOUN
          ^^^^ VERB

They state their names.
     ^^^^^ VERB
                 ^^^^^ NOUN

She views the plan as weak.
    ^^^^^ VERB
              ^^^^ NOUN

Their views differ.
      ^^^^^ NOUN
            ^^^^^^ VERB

A spokesman declined to comment.
  ^^^^^^^^^ NOUN
            ^^^^^^^^ VERB
                        ^^^^^^^ VERB

The ministry declined to comment on the report.
    ^^^^^^^^ NOUN
             ^^^^^^^^ VERB
                         ^^^^^^^ VERB
                                        ^^^^^^ NOUN

The company did not immediately respond to a request for comment.
    ^^^^^^^ NOUN
            ^^^ AUX
                                ^^^^^^^ VERB
                                             ^^^^^^^ NOUN
                                                         ^^^^^^^ NOUN

Her office had no comment.
    ^^^^^^ NOUN
           ^^^ VERB
                  ^^^^^^^ NOUN

The remarks drew comment from both sides.
    ^^^^^^^ NOUN
            ^^^^ VERB
                 ^^^^^^^ NOUN
                                   ^^^^^ NOUN

Officials refused to say how the fire started.
^^^^^^^^^ NOUN
          ^^^^^^^ VERB
                     ^^^ VERB
                                 ^^^^ NOUN
                                      ^^^^^^^ VERB

The lender said it would not comment further.
    ^^^^^^ NOUN
           ^^^^ VERB
                   ^^^^^ AUX
                             ^^^^^^^ VERB

Quist could not be reached for comment.
      ^^^^^ AUX
                ^^ AUX
                   ^^^^^^^ VERB
                               ^^^^^^^ NOUN

Aides comment only in private.
^^^^^ NOUN
      ^^^^^^^ VERB

Harlow plans to vote against the bill.
       ^^^^^ VERB
                ^^^^ VERB
                                 ^^^^ NOUN

The plans to sell the port stalled.
    ^^^^^ NOUN
             ^^^^ VERB
                      ^^^^ NOUN
                           ^^^^^^^ VERB

Residents vote on Sunday.
^^^^^^^^^ NOUN
          ^^^^ VERB

The board will vote next week.
    ^^^^^ NOUN
          ^^^^ AUX
               ^^^^ VERB
                         ^^^^ NOUN

Members want a vote.
^^^^^^^ NOUN
        ^^^^ VERB
               ^^^^ NOUN

They fear the vote will be close.
     ^^^^ VERB
              ^^^^ NOUN
                   ^^^^ AUX
                        ^^ AUX

The fear of a strike grew.
    ^^^^ NOUN
              ^^^^^^ NOUN
                     ^^^^ VERB

The strike ended on Friday.
    ^^^^^^ NOUN
           ^^^^^ VERB

Firms pay less tax.
^^^^^ NOUN
      ^^^ VERB
               ^^^ NOUN

Prices rose in May.
^^^^^^ NOUN
       ^^^^ VERB

Shares rose and fell.
^^^^^^ NOUN
       ^^^^ VERB
                ^^^^ VERB

She left a rose on the table.
    ^^^^ VERB
           ^^^^ NOUN
                       ^^^^^ NOUN

The rise in rents alarmed tenants.
    ^^^^ NOUN
            ^^^^^ NOUN
                  ^^^^^^^ VERB
                          ^^^^^^^ NOUN

Rents rise every spring.
^^^^^ NOUN
      ^^^^ VERB
                 ^^^^^^ NOUN

Costs could rise again.
^^^^^ NOUN
      ^^^^^ AUX
            ^^^^ VERB

The cost of bread doubled.
    ^^^^ NOUN
            ^^^^^ NOUN
                  ^^^^^^^ VERB

The delays cost the city two million.
    ^^^^^^ NOUN
           ^^^^ VERB
                    ^^^^ NOUN

The talks stalled on Tuesday.
    ^^^^^ NOUN
          ^^^^^^^ VERB

Norland talks to both sides.
        ^^^^^ VERB
                      ^^^^^ NOUN

The two leaders talk every week.
        ^^^^^^^ NOUN
                ^^^^ VERB
                           ^^^^ NOUN

A person with knowledge of the talks confirmed it.
  ^^^^^^ NOUN
              ^^^^^^^^^ NOUN
                               ^^^^^ NOUN
                                     ^^^^^^^^^ VERB

A person briefed on the matter spoke on condition of anonymity.
  ^^^^^^ NOUN
         ^^^^^^^ VERB
                        ^^^^^^ NOUN
                               ^^^^^ VERB
                                        ^^^^^^^^^ NOUN
                                                     ^^^^^^^^^ NOUN

Sources close to the talks said a deal was near.
^^^^^^^ NOUN
                     ^^^^^ NOUN
                           ^^^^ VERB
                                  ^^^^ NOUN
                                       ^^^ AUX

People familiar with the matter said the sale was off.
^^^^^^ NOUN
                         ^^^^^^ NOUN
                                ^^^^ VERB
                                         ^^^^ NOUN
                                              ^^^ AUX

The details matter to voters.
    ^^^^^^^ NOUN
            ^^^^^^ VERB
                      ^^^^^^ NOUN

Two officials who asked not to be named confirmed the raid.
    ^^^^^^^^^ NOUN
                  ^^^^^ VERB
                               ^^ AUX
                                  ^^^^^ VERB
                                        ^^^^^^^^^ VERB
                                                      ^^^^ NOUN

He told the French news agency AFP the discussions were slow.
   ^^^^ VERB
                   ^^^^ NOUN
                        ^^^^^^ NOUN
                                       ^^^^^^^^^^^ NOUN
                                                   ^^^^ AUX

She told reporters the vote was unfair.
    ^^^^ VERB
         ^^^^^^^^^ NOUN
                       ^^^^ NOUN
                            ^^^ AUX

He told the court that the guard lied.
   ^^^^ VERB
            ^^^^^ NOUN
                           ^^^^^ NOUN
                                 ^^^^ VERB

Reuters reported the sale first.
        ^^^^^^^^ VERB
                     ^^^^ NOUN

The reported sale surprised staff.
    ^^^^^^^^ VERB
             ^^^^ NOUN
                  ^^^^^^^^^ VERB
                            ^^^^^ NOUN

The Norland Herald reports that the mayor quit.
                   ^^^^^^^ VERB
                                    ^^^^^ NOUN
                                          ^^^^ VERB

Police reports name no suspects.
^^^^^^ NOUN
       ^^^^^^^ NOUN
               ^^^^ VERB
                       ^^^^^^^^ NOUN

The ministry warns that rivers may flood.
    ^^^^^^^^ NOUN
             ^^^^^ VERB
                        ^^^^^^ NOUN
                               ^^^ AUX
                                   ^^^^^ VERB

The bank warns of losses.
    ^^^^ NOUN
         ^^^^^ VERB
                  ^^^^^^ NOUN

The flood killed nine people.
    ^^^^^ NOUN
          ^^^^^^ VERB
                      ^^^^^^ NOUN

Refugees flood the border.
^^^^^^^^ NOUN
         ^^^^^ VERB
                   ^^^^^^ NOUN

He said Monday that the bridge was safe.
   ^^^^ VERB
                        ^^^^^^ NOUN
                               ^^^ AUX

The mayor said Tuesday.
    ^^^^^ NOUN
          ^^^^ VERB

"We will rebuild," said Harlow, a farmer.
    ^^^^ AUX
         ^^^^^^^ VERB
                   ^^^^ VERB
                                  ^^^^^^ NOUN

"It was dark," a witness recalled.
    ^^^ AUX
                 ^^^^^^^ NOUN
                         ^^^^^^^^ VERB

The union claims victory.
    ^^^^^ NOUN
          ^^^^^^ VERB
                 ^^^^^^^ NOUN

The claims against Quist were dropped.
    ^^^^^^ NOUN
                         ^^^^ AUX
                              ^^^^^^^ VERB

Quist denies the claims.
      ^^^^^^ VERB
                 ^^^^^^ NOUN

The court rules on Monday.
    ^^^^^ NOUN
          ^^^^^ VERB

The rules are clear.
    ^^^^^ NOUN
          ^^^ AUX

The ruling stunned the party.
    ^^^^^^ NOUN
           ^^^^^^^ VERB
                       ^^^^^ NOUN

The judge ordered a halt to the work.
    ^^^^^ NOUN
          ^^^^^^^ VERB
                    ^^^^ NOUN
                                ^^^^ NOUN

The judge ordered the firm to halt work.
    ^^^^^ NOUN
          ^^^^^^^ VERB
                      ^^^^ NOUN
                              ^^^^ VERB
                                   ^^^^ NOUN

Orders for steel fell.
^^^^^^ NOUN
           ^^^^^ NOUN
                 ^^^^ VERB

Norland orders steel from abroad.
        ^^^^^^ VERB
               ^^^^^ NOUN

The plan calls for cuts.
    ^^^^ NOUN
         ^^^^^ VERB
                   ^^^^ NOUN

The group called for talks.
    ^^^^^ NOUN
          ^^^^^^ VERB
                     ^^^^^ NOUN

The council cuts funds for schools.
    ^^^^^^^ NOUN
            ^^^^ VERB
                 ^^^^^ NOUN
                           ^^^^^^^ NOUN

The cuts hurt schools.
    ^^^^ NOUN
         ^^^^ VERB
              ^^^^^^^ NOUN

The party leads in the polls.
    ^^^^^ NOUN
          ^^^^^ VERB
                       ^^^^^ NOUN

Police follow several leads.
^^^^^^ NOUN
       ^^^^^^ VERB
                      ^^^^^ NOUN

The lead pipes were replaced.
    ^^^^ NOUN
         ^^^^^ NOUN
               ^^^^ AUX
                    ^^^^^^^^ VERB

The minister faces a vote of confidence.
    ^^^^^^^^ NOUN
             ^^^^^ VERB
                     ^^^^ NOUN
                             ^^^^^^^^^^ NOUN

Familiar faces were missing.
         ^^^^^ NOUN
               ^^^^ AUX

Critics charge that the fund is empty.
^^^^^^^ NOUN
        ^^^^^^ VERB
                        ^^^^ NOUN
                             ^^ AUX

The charge carries a fine.
    ^^^^^^ NOUN
           ^^^^^^^ VERB
                     ^^^^ NOUN

He was charged with fraud.
   ^^^ AUX
       ^^^^^^^ VERB
                    ^^^^^ NOUN

Lawmakers back the bill.
^^^^^^^^^ NOUN
          ^^^^ VERB
                   ^^^^ NOUN

The back of the truck was open.
    ^^^^ NOUN
                ^^^^^ NOUN
                      ^^^ AUX

Workers demand more pay.
^^^^^^^ NOUN
        ^^^^^^ VERB
                    ^^^ NOUN

Demand for oil fell.
^^^^^^ NOUN
           ^^^ NOUN
               ^^^^ VERB

The study shows a link to smoke.
    ^^^^^ NOUN
          ^^^^^ VERB
                  ^^^^ NOUN
                          ^^^^^ NOUN

Experts link the deaths to smoke.
^^^^^^^ NOUN
        ^^^^ VERB
                 ^^^^^^ NOUN
                           ^^^^^ NOUN

The results show a trend.
    ^^^^^^^ NOUN
            ^^^^ VERB
                   ^^^^^ NOUN

The show was cancelled.
    ^^^^ NOUN
         ^^^ AUX
             ^^^^^^^^^ VERB

Students study the results.
^^^^^^^^ NOUN
         ^^^^^ VERB
                   ^^^^^^^ NOUN

The army attacks at night.
    ^^^^ NOUN
         ^^^^^^^ VERB
                    ^^^^^ NOUN

The attacks killed dozens.
    ^^^^^^^ NOUN
            ^^^^^^ VERB
                   ^^^^^^ NOUN

The state plans to appeal.
    ^^^^^ NOUN
          ^^^^^ VERB
                   ^^^^^^ VERB

Lawyers filed an appeal.
^^^^^^^ NOUN
        ^^^^^ VERB
                 ^^^^^^ NOUN

The firm estimates that sales doubled.
    ^^^^ NOUN
         ^^^^^^^^^ VERB
                        ^^^^^ NOUN
                              ^^^^^^^ VERB

Estimates of the damage vary.
^^^^^^^^^ NOUN
                 ^^^^^^ NOUN
                        ^^^^ VERB

Floods damage crops.
^^^^^^ NOUN
       ^^^^^^ VERB
              ^^^^^ NOUN

Analysts forecast a loss.
^^^^^^^^ NOUN
         ^^^^^^^^ VERB
                    ^^^^ NOUN

The forecast was grim.
    ^^^^^^^^ NOUN
             ^^^ AUX

The deal aims to end the war.
    ^^^^ NOUN
         ^^^^ VERB
                 ^^^ VERB
                         ^^^ NOUN

The aims of the deal are vague.
    ^^^^ NOUN
                ^^^^ NOUN
                     ^^^ AUX

Both sides agreed to end the fighting.
     ^^^^^ NOUN
           ^^^^^^ VERB
                     ^^^ VERB
                             ^^^^^^^^ NOUN

By the end of the day they agreed.
       ^^^ NOUN
                  ^^^ NOUN
                           ^^^^^^ VERB

Harlow intends to run for mayor.
       ^^^^^^^ VERB
                  ^^^ VERB
                          ^^^^^ NOUN

The run on the bank began at noon.
    ^^^ NOUN
               ^^^^ NOUN
                    ^^^^^ VERB
                             ^^^^ NOUN

The minister pledged to help.
    ^^^^^^^^ NOUN
             ^^^^^^^ VERB
                        ^^^^ VERB

Neighbours offered help.
^^^^^^^^^^ NOUN
           ^^^^^^^ VERB
                   ^^^^ NOUN

The offer was refused.
    ^^^^^ NOUN
          ^^^ AUX
              ^^^^^^^ VERB

Shops offer discounts.
^^^^^ NOUN
      ^^^^^ VERB
            ^^^^^^^^^ NOUN

The leak angered the board.
    ^^^^ NOUN
         ^^^^^^^ VERB
                     ^^^^^ NOUN

He threatened to leak the file.
   ^^^^^^^^^^ VERB
                 ^^^^ VERB
                          ^^^^ NOUN

They file a complaint each year.
     ^^^^ VERB
            ^^^^^^^^^ NOUN
                           ^^^^ NOUN

She expects to win.
    ^^^^^^^ VERB
               ^^^ VERB

The win stunned pollsters.
    ^^^ NOUN
        ^^^^^^^ VERB
                ^^^^^^^^^ NOUN

The document, which was seen by the Herald, names two donors.
    ^^^^^^^^ NOUN
                    ^^^ AUX
                        ^^^^ VERB
                                            ^^^^^ VERB
                                                      ^^^^^^ NOUN

Their names were withheld.
      ^^^^^ NOUN
            ^^^^ AUX
                 ^^^^^^^^ VERB

The tribunal heard that Quist took bribes.
    ^^^^^^^^ NOUN
             ^^^^^ VERB
                              ^^^^ VERB
                                   ^^^^^^ NOUN

Quist, who bribes no one, walked free.
           ^^^^^^ VERB
                          ^^^^^^ VERB

The force said an inquiry was under way.
    ^^^^^ NOUN
          ^^^^ VERB
                  ^^^^^^^ NOUN
                          ^^^ AUX
                                    ^^^ NOUN

Ministers question the figures.
^^^^^^^^^ NOUN
          ^^^^^^^^ VERB
                       ^^^^^^^ NOUN

The question remains open.
    ^^^^^^^^ NOUN
             ^^^^^^^ VERB

The remains were found in a field.
    ^^^^^^^ NOUN
            ^^^^ AUX
                 ^^^^^ VERB
                            ^^^^^ NOUN

The review found that staff ignored the alarms.
    ^^^^^^ NOUN
           ^^^^^ VERB
                      ^^^^^ NOUN
                            ^^^^^^^ VERB
                                        ^^^^^^ NOUN

Regulators review the deal.
^^^^^^^^^^ NOUN
           ^^^^^^ VERB
                      ^^^^ NOUN

The changes upset parents.
    ^^^^^^^ NOUN
            ^^^^^ VERB
                  ^^^^^^^ NOUN

Nothing changes.
        ^^^^^^^ VERB

Nobody would say why.
       ^^^^^ AUX
             ^^^ VERB

Asked whether he would resign, he laughed.
^^^^^ VERB
                 ^^^^^ AUX
                       ^^^^^^ VERB
                                  ^^^^^^^ VERB

The trust declined to answer.
    ^^^^^ NOUN
          ^^^^^^^^ VERB
                      ^^^^^^ VERB

Two nurses who treated him recalled the wound.
    ^^^^^^ NOUN
               ^^^^^^^ VERB
                           ^^^^^^^^ VERB
                                        ^^^^^ NOUN

Bullets wound bystanders.
^^^^^^^ NOUN
        ^^^^^ VERB
              ^^^^^^^^^^ NOUN

The minister promises reform.
    ^^^^^^^^ NOUN
             ^^^^^^^^ VERB
                      ^^^^^^ NOUN

The promises were hollow.
    ^^^^^^^^ NOUN
             ^^^^ AUX

Harlow vows to fight on.
       ^^^^ VERB
               ^^^^^ VERB

Campaigners urge caution.
^^^^^^^^^^^ NOUN
            ^^^^ VERB
                 ^^^^^^^ NOUN

The urge to spend is strong.
    ^^^^ NOUN
            ^^^^^ VERB
                  ^^ AUX

Traders bet on a cut.
^^^^^^^ NOUN
        ^^^ VERB
                 ^^^ NOUN

The bet failed.
    ^^^ NOUN
        ^^^^^^ VERB

The regulator fines banks.
    ^^^^^^^^^ NOUN
              ^^^^^ VERB
                    ^^^^^ NOUN

The fines were paid.
    ^^^^^ NOUN
          ^^^^ AUX
               ^^^^ VERB

Firms market the drug to doctors.
^^^^^ NOUN
      ^^^^^^ VERB
                 ^^^^ NOUN
                         ^^^^^^^ NOUN

The market sank.
    ^^^^^^ NOUN
           ^^^^ VERB

Searches of two homes found nothing.
^^^^^^^^ NOUN
                ^^^^^ NOUN
                      ^^^^^ VERB

Detectives search homes.
^^^^^^^^^^ NOUN
           ^^^^^^ VERB
                  ^^^^^ NOUN

The panel votes Tuesday.
    ^^^^^ NOUN
          ^^^^^ VERB

Pollsters survey voters each month.
^^^^^^^^^ NOUN
          ^^^^^^ VERB
                 ^^^^^^ NOUN
                             ^^^^^ NOUN

The survey asked two thousand adults.
    ^^^^^^ NOUN
           ^^^^^ VERB
                              ^^^^^^ NOUN

Rebels target convoys.
^^^^^^ NOUN
       ^^^^^^ VERB
              ^^^^^^^ NOUN

The target was missed.
    ^^^^^^ NOUN
           ^^^ AUX
               ^^^^^^ VERB

The ministry reports nine deaths.
    ^^^^^^^^ NOUN
             ^^^^^^^ VERB
                          ^^^^^^ NOUN

The envoy signals a shift.
    ^^^^^ NOUN
          ^^^^^^^ VERB
                    ^^^^^ NOUN

Signals from the palace were mixed.
^^^^^^^ NOUN
                 ^^^^^^ NOUN
                        ^^^^ AUX

Voters shift to the left.
^^^^^^ NOUN
       ^^^^^ VERB
                    ^^^^ NOUN

Inspectors visit the plant every year.
^^^^^^^^^^ NOUN
           ^^^^^ VERB
                     ^^^^^ NOUN
                                 ^^^^ NOUN

The visit was cut short.
    ^^^^^ NOUN
          ^^^ AUX
              ^^^ VERB

The council approaches the deadline.
    ^^^^^^^ NOUN
            ^^^^^^^^^^ VERB
                           ^^^^^^^^ NOUN

Exports slumped last year, official figures show.
^^^^^^^ NOUN
        ^^^^^^^ VERB
                     ^^^^ NOUN
                                    ^^^^^^^ NOUN
                                            ^^^^ VERB

The chairs were empty.
    ^^^^^^ NOUN
           ^^^^ AUX

Brokers stress that losses are small.
^^^^^^^ NOUN
        ^^^^^^ VERB
                    ^^^^^^ NOUN
                           ^^^ AUX

The stress was too much.
    ^^^^^^ NOUN
           ^^^ AUX

She was not available for comment.
    ^^^ AUX
                          ^^^^^^^ NOUN

A spokeswoman did not return calls.
  ^^^^^^^^^^^ NOUN
              ^^^ AUX
                      ^^^^^^ VERB
                             ^^^^^ NOUN

Lawyers representing the family said they would sue.
^^^^^^^ NOUN
        ^^^^^^^^^^^^ VERB
                         ^^^^^^ NOUN
                                ^^^^ VERB
                                          ^^^^^ AUX
                                                ^^^ VERB

The suit alleges fraud.
    ^^^^ NOUN
         ^^^^^^^ VERB
                 ^^^^^ NOUN

Donors pledge millions.
^^^^^^ NOUN
       ^^^^^^ VERB
              ^^^^^^^^ NOUN

The pledge was kept.
    ^^^^^^ NOUN
           ^^^ AUX
               ^^^^ VERB

The document alleges abuses.
    ^^^^^^^^ NOUN
             ^^^^^^^ VERB
                     ^^^^^^ NOUN

Neighbours voice anger.
^^^^^^^^^^ NOUN
           ^^^^^ VERB
                 ^^^^^ NOUN

Her voice shook.
    ^^^^^ NOUN
          ^^^^^ VERB

The slip cost him votes.
    ^^^^ NOUN
         ^^^^ VERB
                  ^^^^^ NOUN
`;

/** What the weights get wrong as yet. */
const misses = `
The vote on the plan was delayed.
    ^^^^ NOUN
                ^^^^ NOUN
                     ^^^ AUX
                         ^^^^^^^ VERB

Calls for reform grow louder.
^^^^^ NOUN
          ^^^^^^ NOUN
                 ^^^^ VERB

According to the memo, costs rose.
^^^^^^^^^ VERB
                 ^^^^ NOUN
                       ^^^^^ VERB
                             ^^^^ NOUN

The accused man denied it.
    ^^^^^^^ VERB
            ^^^ NOUN
                ^^^^^^ VERB

Dockers strike over pay.
^^^^^^^ NOUN
        ^^^^^^ VERB
                    ^^^ NOUN

The agency reported that costs fell.
    ^^^^^^ NOUN
           ^^^^^^^^ VERB
                         ^^^^^ NOUN
                               ^^^^ VERB

Troops force open the gate.
^^^^^^ NOUN
       ^^^^^ VERB
                      ^^^^ NOUN

His vows rang hollow.
    ^^^^ NOUN
         ^^^^ VERB

Spending soared.
^^^^^^^^ NOUN
         ^^^^^^ VERB

The coast guard searches for survivors.
    ^^^^^ NOUN
          ^^^^^ NOUN
                ^^^^^^^^ VERB
                             ^^^^^^^^^ NOUN

Harlow, who chairs the panel, abstained.
            ^^^^^^ VERB
                       ^^^^^ NOUN
                              ^^^^^^^^^ VERB

The return of the fleet pleased traders.
    ^^^^^^ NOUN
                  ^^^^^ NOUN
                        ^^^^^^^ VERB
                                ^^^^^^^ NOUN

Aid groups report shortages.
^^^ NOUN
    ^^^^^^ NOUN
           ^^^^^^ VERB
                  ^^^^^^^^^ NOUN

Journalists document abuses.
^^^^^^^^^^^ NOUN
            ^^^^^^^^ VERB
                     ^^^^^^ NOUN

Brokers said output slipped.
^^^^^^^ NOUN
        ^^^^ VERB
             ^^^^^^ NOUN
                    ^^^^^^^ VERB
`;

for (const fixture of fixtures.trim().split('\n\n')) {
	test(`parts of speech: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, nounsAndVerbs));
}

for (const fixture of misses.trim().split('\n\n')) {
	test(`parts of speech: ${fixture.split('\n')[0]}`, { todo: true }, () => assertAnnotated(fixture, nounsAndVerbs));
}
