import wordpress from '@wordpress/eslint-plugin';

const tests = [ '**/*.test.{ts,tsx,mjs}' ];
const node = [ 'tools/**', 'tests/tools/**', 'tests/e2e/**', '*.config.{js,mjs}', '.prettierrc.js' ];

export default [
	{ ignores: [ '.cache/', 'build/', 'build-wp6/', 'dist/', 'vendor/', 'tests/e2e/output/', '**/*.generated.ts' ] },
	...wordpress.configs.recommended,
	...wordpress.configs[ 'test-unit' ].map( ( config ) => ( { ...config, files: tests } ) ),
	{
		rules: {
			'@wordpress/i18n-text-domain': [ 'error', { allowedTextDomain: 'carnet-crm' } ],
			// TypeScript has the types: a comment says why, not what.
			'jsdoc/require-param': 'off',
			'jsdoc/require-returns': 'off',
			// Packages that WordPress provides at run time are development dependencies here.
			'import/no-extraneous-dependencies': 'off',
		},
	},
	{
		files: node,
		languageOptions: {
			globals: Object.fromEntries(
				[ 'process', 'console', 'Buffer', 'fetch', 'URL', 'AbortSignal', 'setTimeout', 'clearTimeout' ].map(
					( name ) => [ name, 'readonly' ]
				)
			),
		},
		rules: {
			'no-console': 'off',
			'no-shadow': 'off',
			'no-bitwise': 'off',
			'import/no-unresolved': 'off',
			'jsdoc/require-param-type': 'off',
			'jsdoc/require-returns-type': 'off',
			'jsdoc/check-tag-names': [ 'error', { definedTags: [ 'jest-environment' ] } ],
			'@wordpress/no-unused-vars-before-return': 'off',
		},
	},
];
