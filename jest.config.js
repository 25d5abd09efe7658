// Unit tests of src/, next to the files they test. DataViews and csv-stringify are shipped as modules only, hence the exceptions below.
const defaults = require( '@wordpress/scripts/config/jest-unit.config' );

const modules = [
	'@wordpress/dataviews',
	'@wordpress/theme',
	'@wordpress/ui',
	'colorjs.io',
	'uuid',
	'@daypicker',
	'react-day-picker',
	'csv-stringify',
];

module.exports = {
	...defaults,
	roots: [ '<rootDir>/src', '<rootDir>/tests/tools' ],
	testMatch: [ '**/*.test.{js,mjs,ts,tsx}' ],
	cacheDirectory: '<rootDir>/.cache/jest',
	transform: { '\\.(m?[jt]sx?)$': require.resolve( '@wordpress/scripts/config/babel-transform' ) },
	transformIgnorePatterns: [ `/node_modules/(?!(.*/)?(${ modules.join( '|' ) })/)` ],
	moduleFileExtensions: [ 'ts', 'tsx', 'js', 'jsx', 'mjs', 'cjs', 'json' ],
	moduleNameMapper: {
		'\\.(css|scss)$': '<rootDir>/tests/tools/style-stub.js',
	},
};
