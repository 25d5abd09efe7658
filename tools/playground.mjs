// The site on PHP compiled to WebAssembly, for machines without PHP: slower, same WordPress, same plugin, same demo data.
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCache, inRoot, root } from './paths.mjs';
import { answers } from './php-server.mjs';
import { startChild } from './process.mjs';
import { SLUG } from './site.mjs';
import { versionOf, wordpress } from './wordpress.mjs';

const PLUGIN = `/wordpress/wp-content/plugins/${ SLUG }`;

/** Starts the site and returns `{ folder, tree, stop() }`. `demo` is a script that loads demo data, relative to the checkout. */
export async function servePlayground( { name, version, url, demo = null, locale = '' } ) {
	const folder = inCache( 'sites', name );
	const tree = join( folder, 'wordpress' );
	if ( ! versionOf( tree ) ) {
		// A copy: Playground writes its configuration and its database into the tree.
		cpSync( await wordpress( version ), tree, { recursive: true } );
		cpSync( inRoot( 'tools/site/offline.php' ), join( tree, 'wp-content/mu-plugins/offline.php' ) );
	}
	const scripts = [ 'tools/site/prepare.php', ...( demo ? [ demo ] : [] ) ];
	const blueprint = join( folder, 'blueprint.json' );
	writeFileSync( blueprint, JSON.stringify( { steps: scripts.map( ( script ) => runStep( script, locale ) ) } ) );
	const child = startChild(
		process.execPath,
		[
			inRoot( 'node_modules/@wp-playground/cli/cli.js' ),
			'server',
			`--port=${ new URL( url ).port }`,
			`--site-url=${ url }`,
			`--mount-before-install=${ tree }:/wordpress`,
			'--wordpress-install-mode=install-from-existing-files-if-needed',
			`--mount=${ root }:${ PLUGIN }`,
			`--blueprint=${ blueprint }`,
			'--workers=4',
			'--verbosity=quiet',
			...[
				'WP_DEBUG',
				'WP_DEBUG_LOG',
				'WP_HTTP_BLOCK_EXTERNAL',
				'DISALLOW_FILE_MODS',
				'DISABLE_WP_CRON',
			].flatMap( ( constant ) => [ '--define-bool', constant, 'true' ] ),
			'--define-bool',
			'WP_DEBUG_DISPLAY',
			'false',
		],
		{ stdio: [ 'ignore', 'inherit', 'inherit' ] }
	);
	await answers( `${ url }/wp-login.php`, child, 180 );
	return { folder, tree, log: join( tree, 'wp-content/debug.log' ), stop: child.stop, exited: child.exited };
}

function runStep( script, locale ) {
	const code = [
		'<?php',
		"require '/wordpress/wp-load.php';",
		`$args = ${ locale ? `array( '--locale=${ locale }' )` : 'array()' };`,
		"wp_set_current_user( get_user_by( 'login', 'admin' )->ID );",
		`require '${ PLUGIN }/${ script }';`,
	];
	return { step: 'runPHP', code: code.join( '\n' ) };
}
