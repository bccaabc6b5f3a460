import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotate } from '../testing/annotations';
import { withCitations } from './citations';

function check(fixture: string): void {
	const text = fixture.split('\n')[0] ?? '';
	const found = withCitations(text, []).map(({ kind, span }) => ({ span, label: kind }));
	assert.equal(annotate(text, found), fixture);
}

test('author–year citations, numbers and addresses are exhibits', () => {
	check(`Output fell (Roe 2019), and prices rose (Roe & Doe, 2019; Berg et al., 2020, p. 4).
            ^^^^^^^^^^ citation
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ citation`);
	check(`Output fell [12], as others found [3, 5–7].
            ^^^^ citation
                                  ^^^^^^^^ citation`);
	check(`It is at https://example.org/a_b/c, she said.
         ^^^^^^^^^^^^^^^^^^^^^^^^^ link`);
});

test('other brackets are not', () => {
	for (const text of [
		'The mayor (in office since 2019) left.',
		'It fell (March 2020) and rose.',
		'Who says so [who?] and [source?].',
		'The band (Roe) played in (2019).',
		'A (very (nested 2019) one',
	]) {
		assert.deepEqual(withCitations(text, []), [], text);
	}
});
