/** Sentences of ours for turns of newsrooms that treebanks hardly have: a form and its tags, `form/UNIVERSAL|PENN`. */
import type { TaggedSentence } from './partOfSpeech';

const sentences = `
The/DET|DT spokesman/NOUN|NN declined/VERB|VBD to/PART|TO comment/VERB|VB ./PUNCT|.
She/PRON|PRP declined/VERB|VBD to/PART|TO comment/VERB|VB on/ADP|IN the/DET|DT case/NOUN|NN ./PUNCT|.
The/DET|DT ministry/NOUN|NN refused/VERB|VBD to/PART|TO comment/VERB|VB ,/PUNCT|, an/DET|DT aide/NOUN|NN said/VERB|VBD ./PUNCT|.
Two/NUM|CD banks/NOUN|NNS declined/VERB|VBD to/PART|TO comment/VERB|VB when/ADV|WRB asked/VERB|VBN ./PUNCT|.
The/DET|DT firm/NOUN|NN did/AUX|VBD not/PART|RB respond/VERB|VB to/ADP|IN a/DET|DT request/NOUN|NN for/ADP|IN comment/NOUN|NN ./PUNCT|.
The/DET|DT board/NOUN|NN plans/VERB|VBZ to/PART|TO vote/VERB|VB in/ADP|IN May/PROPN|NNP ./PUNCT|.
The/DET|DT city/NOUN|NN plans/VERB|VBZ to/PART|TO close/VERB|VB the/DET|DT bridge/NOUN|NN ./PUNCT|.
The/DET|DT state/NOUN|NN claims/VERB|VBZ that/SCONJ|IN the/DET|DT road/NOUN|NN is/AUX|VBZ safe/ADJ|JJ ./PUNCT|.
The/DET|DT union/NOUN|NN demands/VERB|VBZ that/SCONJ|IN the/DET|DT firm/NOUN|NN pay/VERB|VB ./PUNCT|.
The/DET|DT lost/VERB|VBN files/NOUN|NNS were/AUX|VBD found/VERB|VBN ./PUNCT|.
The/DET|DT leaked/VERB|VBN memo/NOUN|NN names/VERB|VBZ two/NUM|CD aides/NOUN|NNS ./PUNCT|.
People/NOUN|NNS familiar/ADJ|JJ with/ADP|IN the/DET|DT matter/NOUN|NN said/VERB|VBD a/DET|DT deal/NOUN|NN was/AUX|VBD near/ADJ|JJ ./PUNCT|.
A/DET|DT source/NOUN|NN told/VERB|VBD the/DET|DT news/NOUN|NN agency/NOUN|NN Aln/PROPN|NNP the/DET|DT talks/NOUN|NNS were/AUX|VBD slow/ADJ|JJ ./PUNCT|.
An/DET|DT aide/NOUN|NN briefed/VERB|VBN on/ADP|IN the/DET|DT call/NOUN|NN said/VERB|VBD it/PRON|PRP was/AUX|VBD tense/ADJ|JJ ./PUNCT|.
The/DET|DT court/NOUN|NN rules/VERB|VBZ on/ADP|IN Monday/PROPN|NNP ./PUNCT|.
The/DET|DT poll/NOUN|NN shows/VERB|VBZ support/NOUN|NN falling/VERB|VBG ./PUNCT|.
The/DET|DT mayor/NOUN|NN fears/VERB|VBZ that/SCONJ|IN costs/NOUN|NNS will/AUX|MD rise/VERB|VB ./PUNCT|.
Critics/NOUN|NNS charge/VERB|VBP that/SCONJ|IN the/DET|DT vote/NOUN|NN was/AUX|VBD rushed/VERB|VBN ./PUNCT|.
`;

/** How often they are shown for each time a treebank's sentence is. */
const weight = 4;

export const newsroomSentences: readonly TaggedSentence[] = sentences
	.trim()
	.split('\n')
	.map(line => {
		const words = line.split(' ').map(word => [word.slice(0, word.indexOf('/')), word.slice(word.indexOf('/') + 1)]);
		return { forms: words.map(([form = '']) => form), tags: words.map(([, tag = '']) => tag) };
	})
	.flatMap(sentence => Array.from({ length: weight }, () => sentence));
