// The one screen program of the plugin, index.js with lazy chunks beside it, built twice from the same source:
//   build/      for WordPress 7.0 and newer, whose own components DataViews is linked against
//   build-wp6/  for WordPress 6, whose components are too old for it: it brings its own
// includes/Admin/Build.php chooses between them, tools/build.mjs lists them.
const path = require( 'path' );
const { NormalModuleReplacementPlugin } = require( 'webpack' );
const defaults = require( '@wordpress/scripts/config/webpack.config' );

const { splitChunks } = defaults.optimization;

// Our lists are tables and our forms regular: the other layouts of DataViews stay out.
const OTHER_LAYOUTS =
	/dataviews-layouts[\\/](activity|grid|list|picker-\w+)[\\/]index\.mjs$|dataform-layouts[\\/](card|details|panel|row)[\\/]index\.mjs$/;

/** Writes chunks.json, the files of each lazy part: PHP has the browser load them ahead, tools/budgets.mjs weighs them. */
class ListChunks {
	apply( compiler ) {
		const { Compilation, sources } = compiler.webpack;
		compiler.hooks.thisCompilation.tap( 'ListChunks', ( compilation ) => {
			const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
			compilation.hooks.processAssets.tap( { name: 'ListChunks', stage }, () => {
				const parts = [ ...compilation.namedChunkGroups ].filter( ( [ , group ] ) => ! group.isInitial() );
				const files = parts.map( ( [ name, group ] ) => [
					name,
					group.getFiles().filter( ( file ) => ! file.endsWith( '.map' ) ),
				] );
				const text = JSON.stringify( Object.fromEntries( files ), null, '\t' );
				compilation.emitAsset( 'chunks.json', new sources.RawSource( `${ text }\n` ) );
			} );
		} );
	}
}

const build = ( folder, alias ) => ( {
	...defaults,
	name: folder,
	entry: { index: path.resolve( __dirname, 'src/index.tsx' ) },
	output: {
		...defaults.output,
		path: path.resolve( __dirname, folder ),
		// Chunks are loaded from the folder index.js came from, wherever wp-content is.
		publicPath: 'auto',
		// Written again though the same: tools/build.mjs sees by their time that they are up to date.
		compareBeforeEmit: false,
	},
	resolve: {
		...defaults.resolve,
		alias: {
			...defaults.resolve.alias,
			...alias,
			// DataViews holds a calendar for the filters by day, which few open: it is loaded then.
			'@daypicker/react$': path.resolve( __dirname, 'src/controls/day-picker.tsx' ),
		},
	},
	optimization: {
		...defaults.optimization,
		splitChunks: {
			...splitChunks,
			cacheGroups: {
				...splitChunks.cacheGroups,
				// What lists and forms take from packages is DataViews and what it is made of: one file, kept while ours change.
				dataviews: {
					name: 'dataviews',
					test: /[\\/]node_modules[\\/]/,
					chunks: ( { name } ) => name === 'records',
					enforce: true,
				},
			},
		},
	},
	plugins: [
		...defaults.plugins,
		new NormalModuleReplacementPlugin( OTHER_LAYOUTS, path.resolve( __dirname, 'src/records/no-layout.ts' ) ),
		new ListChunks(),
	],
	// Core's own packages are large: the budget is checked by tests, not by a hint in every build.
	performance: { hints: false },
} );

module.exports = [
	build( 'build' ),
	build( 'build-wp6', {
		'@wordpress/dataviews$': '@wordpress/dataviews/wp',
		'@use-gesture/react$': path.resolve( __dirname, 'src/controls/no-drag.ts' ),
	} ),
];
