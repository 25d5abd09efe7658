import { withReference } from '../../tools/rest-reference.mjs';

const routes = {
	'/carnet/v1/tags/(?P<id>[\\d]+)': { endpoints: [ { methods: [ 'DELETE' ], args: [] } ] },
	'/carnet/v1/tags': {
		schema: {
			title: 'carnet-tag',
			properties: { color: { type: [ 'string', 'null' ], description: 'a | b', readonly: true } },
		},
		endpoints: [
			{ methods: [ 'GET' ], args: { page: { type: 'integer', minimum: 1, default: 1, description: 'Page.' } } },
		],
	},
};
const generated = withReference( '', routes ).split( '-->' )[ 1 ];

test( 'routes, parameters and items are listed in order', () => {
	expect( generated.trim() ).toBe(
		`
## Routes

### GET /tags

Item: [carnet-tag](#carnet-tag)

| Parameter | Type | Default |  |
| --- | --- | --- | --- |
| \`page\` | integer, from 1 | \`1\` | Page. |

### DELETE /tags/{id}

## Items

### carnet-tag

| Property | Type |  |  |
| --- | --- | --- | --- |
| \`color\` | string or null | read-only | a \\| b |
`.trim()
	);
} );

test( 'what is written by hand above the marker stays', () => {
	const document = withReference( '', routes ).replace( '# REST API', '# REST API\n\nBy hand.' );
	expect( withReference( document, routes ) ).toBe( document );
} );

test( 'examples are commands for a shell with what is answered', () => {
	const example = {
		says: 'Merge.',
		method: 'POST',
		path: '/tags/{old}/merge',
		request_headers: { 'If-Match': '"1"' },
		body: { into: '{new}', why: "it's one" },
		status: 200,
		answer: { id: '{new}' },
	};
	const examples = { ids: { old: 3, new: 4 }, groups: [ { title: 'Tags', examples: [ example ] } ] };
	expect( withReference( '', routes, examples ) ).toContain(
		`
## Examples

### Tags

Merge.

\`\`\`sh
curl -g -u "$USER:$PASSWORD" -X POST "$SITE/wp-json/carnet/v1/tags/3/merge" \\
  -H 'If-Match: "1"' \\
  -H 'Content-Type: application/json' \\
  -d '{"into":4,"why":"it'\\''s one"}'
\`\`\`

Answer: 200, \`{"id":4}\`

## Routes`
	);
} );
