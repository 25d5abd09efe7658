import { defineConfig } from '@playwright/test';
import type { Options } from './fixtures';

if ( ! process.env.CARNET_E2E_URL ) {
	throw new Error( 'These tests need a site: run npm run test:e2e.' );
}

// The first is for root, the others keep Chromium from calling home.
const flags = [
	...( process.getuid?.() === 0 ? [ '--no-sandbox' ] : [] ),
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	// A request to another host fails, and its console error fails the test. (Routes would do, but switch the cache off.)
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export default defineConfig< Options >( {
	testDir: '.',
	outputDir: 'output/results',
	reporter: process.env.CI ? [ [ 'line' ] ] : [ [ 'list' ] ],
	forbidOnly: Boolean( process.env.CI ),
	fullyParallel: false,
	// A busy machine lets a message vanish before it is clicked; what fails three times in a row is broken.
	retries: process.env.CI ? 2 : 0,
	workers: 2,
	timeout: 120_000,
	expect: { timeout: 20_000 },
	use: {
		baseURL: process.env.CARNET_E2E_URL,
		viewport: { width: 1280, height: 900 },
		contextOptions: { reducedMotion: 'reduce', strictSelectors: true },
		actionTimeout: 30_000,
		// Recording slows everything down: `--trace on` for a test one wants to look into.
		trace: 'off',
		screenshot: 'only-on-failure',
		launchOptions: { executablePath: process.env.CARNET_CHROMIUM, args: flags },
	},
	projects: [
		{ name: 'english', use: { language: 'en', locale: 'en-GB' }, grepInvert: /@rtl|@alone/ },
		{
			// The journeys and the look of every screen; what does not depend on the language is tested once.
			name: 'french',
			testMatch: /(access|access-sales|dashboard|export|journeys|sales)\.spec\.ts$/,
			use: { language: 'fr', locale: 'fr-FR' },
			grepInvert: /@rtl|@english|@alone/,
		},
		{ name: 'rtl', use: { language: 'ar', locale: 'ar' }, grep: /@rtl/ },
		{
			// Changes what others rely on, so after them: `--project=alone --no-deps` runs it by itself.
			name: 'alone',
			use: { language: 'en', locale: 'en-GB' },
			grep: /@alone/,
			dependencies: [ 'english', 'french', 'rtl' ],
		},
	],
} );
