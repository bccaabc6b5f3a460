/** Documents for the tests of the text layer. */

/** An article as it is pasted from a page: one paragraph a line, the page's furniture between them. */
export const pastedArticle = `Lind and Moreau travel to Harbourton as mayor sees 'real hope' for ferry deal

After council and ferry crews ended talks on the coast, the mayor’s envoys Ada Lind and Paul Moreau are expected to sail to the islands; the mayor voiced confidence, but people close to the talks said the timetable, above all for winter, is hard

Mayor Tom Berg said late on Sunday that there is “real hope” of a deal that would end the strike on the ferries. Berg spoke after talks with the crews at the coast. “I think the owners want it to end, and I know that the crews want it to end too,” he said aboard the pilot boat.
Berg also spoke of the departure of Nils Aune, who ran the office of the port’s director, amid a pay row that is shaking the port. “The port has a small problem just now, and it doesn’t help us,” Berg said.
2 View gallery
ראש העיר "תום" ברג בנמל 1
ראש העיר "תום" ברג בנמל 1
'They want it over,' Berg told reporters aboard the pilot boat
(Photo:Ada Roe / Nordbild North/ AFP))
A port official, meanwhile, said that the mayor’s envoys, Ada Lind and his long-time adviser Paul Moreau, are expected to make their way to the islands on Monday to go on with the talks. The two took part in the meeting, which both sides described as “useful.” Council chair Rut Dahl, who was there as well, said afterward that “there is more to do.”
According to the official, the reason is that “the council sees itself only as a go-between,” not as a side. “They wanted the last points agreed so that they could take them across,” the official added.
2 View gallery
(Photo: John Roe / AFP Jane Doe and Max van der Berg/ various sources/ AFP)
Aune added that some on the islands demand that the crews go on until “the last boat,” saying, “We are ready for that.” He said, “The boats must stay in port, and then the talks will begin. That’s it.”

What the U.K. crews could gain

The Harbour Post reported at length that the proposed deal, seen by many on the coast as made for the owners, was drawn up last month by “three skippers and a clerk.” The paper set out what the crews would gain if the council accepts.
At the same time, U.K. and island crews could share in “running the winter lines.” The Post said that Moreau, in pushing the deal, even suggested that the two could work on a new pier together.
Comments
The commenter agrees to the privacy policy of Harbour News and agrees not to submit comments that violate the terms of use, including insults, threats and whatever else exceeds the accepted norms of debate.
""
`;

/** Breaks each line where the next word would not fit, at spaces and after hyphens. */
export function hardWrap(text: string, width: number): string {
	return text
		.split('\n')
		.map(line => {
			const rows: string[] = [];
			let row = '';
			for (const piece of line.match(/\s*[^\s-]*(?:-+|(?=\s|$))/g) ?? []) {
				if (row !== '' && (row + piece).length > width) {
					rows.push(row);
					row = piece.trimStart();
				} else row += piece;
			}
			return [...rows, row].join('\n');
		})
		.join('\n');
}

/** Markdown of every kind. */
export const markdownFixture = `---
title: The dam
genre: news
---

# The *dam* that [failed](https://example.org "a report")

**Inspectors had warned of cracks for years, and nobody at the ministry read the letters they sent.**

By Jane Doe

The dam, which *The Harbour Post* called \`safe\`, failed on
Monday[^1], the mayor said.<ref>Mayor, 2024</ref> It was &ldquo;old&rdquo; \\*and\\* worn  
(Roe & Doe, 2019) [12]. See <https://example.org/a>, the [report][dam] or [dam], [who?] said.

![A dam](dam.jpg "The dam on Monday, said to be safe")

*Water pours over the wall, residents said.*

![A wall](wall.jpg)

*The wall, they said, was old.*

## What came next

- First item, **she** said.

  More of it.
- [ ] Second item
  goes on.
    1. Deep
    2. Deeper

      code in a list

> “It was loud,” he said,
and a lazy line.
>
> - nested
>
> \`\`\`
> quoted code

| Name | Words |
|------|:-----:|
| Roe  | “No” \\| yes. |

<!-- source-critic-ignore-next anonymous-source -->

<div>
Some *HTML*
</div>

\`\`\`text
# no heading

"no prose"
\`\`\`

    indented

    code

A setext heading
----------------

Text<br>with <b>tags</b> and ~~struck~~ words, a hard\\
break, &#8217; and &#x1F600;.
***
1. one
2. two
Comments by the minister drew anger.

Comments

By submitting you agree to our privacy policy.

[^1]: A note.

    Its second paragraph.

[dam]: https://example.org/dam
`;
