import { test } from 'node:test';
import { assertAnnotated } from '../testing/annotations';
import { resolved } from '../testing/reading';

const cases: Readonly<Record<string, string>> = {
	'told an outlet': `
Ida Quist told the Aln Press the lock leaks.
^^^^^^^^^ Ida Quist by way of Aln Press
`,
	'reporters are no relay': `
Ida Quist told reporters the lock leaks.
^^^^^^^^^ Ida Quist
`,
	'a person is no relay': `
Ida Quist told Edwin Hale the lock leaks.
^^^^^^^^^ Ida Quist
`,
	'who spoke with an outlet': `
Officials who spoke with the Calder Gazette said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Officials who spoke with the Calder Gazette by way of Calder Gazette
`,
	'in an interview with, in front': `
In an interview with the Calder Gazette, Ida Quist said the lock leaks.
                                         ^^^^^^^^^ Ida Quist by way of Calder Gazette
`,
	'in an interview with, behind the verb': `
Ida Quist said in an interview with the Calder Gazette that the lock leaks.
^^^^^^^^^ Ida Quist by way of Calder Gazette
`,
	'an outlet quoted someone as saying': `
The Calder Gazette quoted Ida Quist as saying the lock leaks.
                          ^^^^^^^^^ Ida Quist by way of The Calder Gazette
`,
	'quoted by an outlet as saying': `
Ida Quist was quoted by the Calder Gazette as saying the lock leaks.
^^^^^^^^^ Ida Quist by way of Calder Gazette
`,
	'a trailing told': `
“The lock leaks,” Ida Quist told Aln Radio on Monday.
                  ^^^^^^^^^ Ida Quist by way of Aln Radio
`,
	'in comments to an outlet': `
Ida Quist said in comments to the Aln Press that the lock leaks.
^^^^^^^^^ Ida Quist by way of Aln Press
`,
	'an interview told of within what is said': `
Ida Quist said that Edwin Hale gave an interview to the Aln Press.
^^^^^^^^^ Ida Quist
`,
	'an agency that cites a source': `
The lock leaks, the news agency NNA reported, citing a source in the harbour office.
                ^^^^^^^^^^^^^^^^^^^ NNA
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A source in the harbour office by way of NNA
`,
	'a reason that is cited is no source': `
The Calder Gazette reported that the lock would close, citing the release of the accounts.
^^^^^^^^^^^^^^^^^^ The Calder Gazette
^^^^^^^^^^^^^^^^^^ The Calder Gazette
`,
};

for (const [name, fixture] of Object.entries(cases)) {
	test(`relays: ${name}`, () => assertAnnotated(fixture, resolved));
}
