// Playwright in Chromium on a site of its own: `npm run test:e2e -- contacts --project=french --headed`.
//   --engine=sqlite   not on MariaDB, which takes half the time: what differs by engine is told by the PHP tests, on both
//   --wp=6.8    another WordPress     --clean    without demo data     --no-build    the builds as they are
//   --pictures  puts the pictures of the guide into docs/images
// Everything else goes to Playwright.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ensureBuild } from './build.mjs';
import { addLanguage } from './languages.mjs';
import { inRoot } from './paths.mjs';
import { servePhp } from './php-server.mjs';
import { runInSite } from './php.mjs';
import { exitOnSignals, freePort, LEFT_OUT, options, startChild, which } from './process.mjs';
import { ensureNodeModules } from './setup.mjs';
import { missingFor, makeTestSite } from './test-site.mjs';

const OWN = [ 'engine', 'wp', 'clean', 'no-build', 'pictures' ];
const DEMO = 'tools/demo/load.php';

exitOnSignals();
ensureNodeModules();
const browser = which( 'chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome' ) ?? playwrightsOwn();
if ( ! browser ) {
	leaveOut( 'Chromium is missing (npx playwright install chromium).' );
}
const given = options();
// On MariaDB in half the time; what differs by engine is told by the PHP tests, which run on both.
const engine = given.engine ?? ( missingFor( 'mysql' ) ? 'sqlite' : 'mysql' );
if ( missingFor( engine ) ) {
	leaveOut( `${ missingFor( engine ) } is missing.` );
}
if ( ! given[ 'no-build' ] ) {
	ensureBuild();
}
const url = `http://127.0.0.1:${ await freePort() }`;
const site = await makeTestSite( { name: `e2e-${ process.pid }`, version: given.wp, engine, url } );
for ( const locale of [ 'fr_FR', 'ar' ] ) {
	await addLanguage( site.tree, locale );
}
runInSite( site, inRoot( 'tests/e2e/users.php' ) );
if ( ! given.clean && existsSync( inRoot( DEMO ) ) ) {
	runInSite( site, inRoot( DEMO ) );
}
const server = await servePhp( site );
const isOwn = ( word ) => OWN.some( ( name ) => word === `--${ name }` || word.startsWith( `--${ name }=` ) );
const args = process.argv.slice( 2 ).filter( ( word ) => ! isOwn( word ) );
const command = [
	inRoot( 'node_modules/@playwright/test/cli.js' ),
	'test',
	'--config',
	inRoot( 'tests/e2e/playwright.config.ts' ),
	...args,
];
const env = {
	...process.env,
	CARNET_E2E_URL: url,
	CARNET_SITE: site.folder,
	CARNET_CHROMIUM: browser,
	...( given.pictures && { CARNET_PICTURES: inRoot( 'docs/images' ) } ),
};
const code = await startChild( process.execPath, command, { env, stdio: [ 'ignore', 'inherit', 'inherit' ] } ).exited;
await server.stop();
await site.close();
process.exit( code === 0 ? 0 : 1 );

function playwrightsOwn() {
	const file = createRequire( import.meta.url )( '@playwright/test' ).chromium.executablePath();
	return existsSync( file ) ? file : null;
}

function leaveOut( reason ) {
	console.log( `Left out: ${ reason }` );
	process.exit( LEFT_OUT );
}
