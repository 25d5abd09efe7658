// The one screen program of the plugin: build/index.js, with named lazy chunks beside it.
const path = require( 'path' );
const defaults = require( '@wordpress/scripts/config/webpack.config' );

module.exports = {
	...defaults,
	entry: { index: path.resolve( __dirname, 'src/index.tsx' ) },
	output: {
		...defaults.output,
		// Chunks are loaded from the folder index.js came from, wherever wp-content is.
		publicPath: 'auto',
	},
	// Core's own packages are large: the budget is checked by tests, not by a hint in every build.
	performance: { hints: false },
};
