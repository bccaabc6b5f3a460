import { test } from 'node:test';
import { type Annotation, assertAnnotated } from '../testing/annotations';
import { read } from '../testing/reading';
import { inDocument } from './document';
import { listenerOf, occasionOf } from './occasion';

function circumstances(text: string): readonly Annotation[] {
	return read(text).analyses.flatMap(analysis =>
		analysis.attributions.flatMap(attribution => {
			const occasion = occasionOf(analysis, attribution);
			const listener = listenerOf(analysis, attribution);
			return [
				...(occasion ? [{ span: inDocument(analysis, occasion), label: 'occasion' }] : []),
				...(listener ? [{ span: inDocument(analysis, listener), label: 'to' }] : []),
			];
		}),
	);
}

test('behind the verb, the speaker and the listener', () => {
	assertAnnotated(
		`Ada Quist told reporters aboard the ferry on Tuesday that the lock leaks.
               ^^^^^^^^^ to
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ occasion

“The lock leaks,” Quist said at a meeting of the harbour board.
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ occasion`,
		circumstances,
	);
});

test('in front of the speaker', () => {
	assertAnnotated(
		`At a news conference in Norland, Quist said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ occasion`,
		circumstances,
	);
});

test('what is said, how it is said and on what condition are no occasion', () => {
	assertAnnotated(
		`Quist said at least twelve boats were waiting.

The Gazette reported at length that the lock leaks.

A clerk said on condition of anonymity that the lock leaks.

Quist said the lock leaked during the storm.`,
		circumstances,
	);
});

test('whoever asks not to be named has told no one', () => {
	assertAnnotated('The clerk asked not to be named.', circumstances);
});
