// nginx and php-fpm in front of a site, as hosts run WordPress: opcache without JIT, four workers; eight more for eight editors.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers } from '../php-server.mjs';
import { startChild, which } from '../process.mjs';

// Debian names it by its version.
const fpm = () =>
	which( 'php-fpm', ...[ '8.5', '8.4', '8.3', '8.2', '8.1' ].map( ( version ) => `php-fpm${ version }` ) );
const asRoot = () => process.getuid?.() === 0;

/** What this machine lacks, in words, or null. */
export const missing = () =>
	[ which( 'nginx' ) ? '' : 'nginx', fpm() ? '' : 'php-fpm' ].filter( Boolean ).join( ' and ' ) || null;

const OPCACHE = [
	'opcache.enable=1',
	'opcache.jit=disable',
	'opcache.memory_consumption=256',
	'opcache.max_accelerated_files=20000',
	// As on a site where nobody edits files.
	'opcache.validate_timestamps=0',
	'memory_limit=256M',
	// The check of all data takes its time.
	'max_execution_time=0',
	'display_errors=0',
	'log_errors=1',
];

/** Serves a site at its own address; returns `stop()`. */
export async function serve( site ) {
	// Socket paths are limited to some 100 characters: the temporary folder is short.
	const folder = mkdtempSync( join( tmpdir(), 'carnet-web-' ) );
	process.once( 'exit', () => rmSync( folder, { recursive: true, force: true } ) );
	const file = ( name, text ) => {
		writeFileSync( join( folder, name ), text );
		return join( folder, name );
	};
	const workers = startChild( fpm(), [
		'--nodaemonize',
		...( asRoot() ? [ '--allow-to-run-as-root' ] : [] ),
		`--fpm-config=${ file( 'fpm.conf', fpmConfig( folder ) ) }`,
		...[ ...OPCACHE, `error_log=${ site.log }` ].flatMap( ( setting ) => [ '-d', setting ] ),
	] );
	const config = file( 'nginx.conf', nginxConfig( folder, site ) );
	const server = startChild( which( 'nginx' ), [ '-c', config, '-e', join( folder, 'nginx.log' ) ] );
	await answers( `${ site.url }/wp-login.php`, server, 20 );
	return {
		stop: async () => {
			await server.stop();
			await workers.stop();
			rmSync( folder, { recursive: true, force: true } );
		},
	};
}

function fpmConfig( folder ) {
	const pool = ( name, workers ) => `[${ name }]
listen = ${ folder }/${ name }.sock
pm = static
pm.max_children = ${ workers }
catch_workers_output = yes
${ asRoot() ? 'user = root\ngroup = root' : '' }
`;
	return `[global]\nerror_log = ${ folder }/fpm.log\n${ pool( 'visitor', 4 ) }${ pool( 'editors', 8 ) }`;
}

function nginxConfig( folder, site ) {
	const paths = [ 'client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi' ].map(
		( name ) => `${ name }_temp_path ${ folder }/${ name };`
	);
	const params = {
		SCRIPT_FILENAME: '$document_root$fastcgi_script_name',
		SCRIPT_NAME: '$fastcgi_script_name',
		QUERY_STRING: '$query_string',
		REQUEST_METHOD: '$request_method',
		REQUEST_URI: '$request_uri',
		CONTENT_TYPE: '$content_type',
		CONTENT_LENGTH: '$content_length',
		DOCUMENT_ROOT: '$document_root',
		SERVER_PROTOCOL: '$server_protocol',
		SERVER_NAME: '$host',
		SERVER_PORT: '$server_port',
		REMOTE_ADDR: '$remote_addr',
	};
	return `daemon off;
${ asRoot() ? 'user root;' : '' }
pid ${ folder }/nginx.pid;
events {}
http {
	access_log off;
	types { text/css css; text/javascript js; image/gif gif; image/svg+xml svg; }
	${ paths.join( '\n\t' ) }
	map $http_x_bench_pool $pool { default visitor; editors editors; }
	server {
		listen ${ new URL( site.url ).host };
		root ${ site.tree };
		index index.php;
		location / { try_files $uri $uri/ /index.php?$args; }
		location ~ \\.php$ {
			fastcgi_read_timeout 600s;
			fastcgi_pass unix:${ folder }/$pool.sock;
			${ Object.entries( params )
				.map( ( [ name, value ] ) => `fastcgi_param ${ name } ${ value };` )
				.join( '\n\t\t\t' ) }
		}
	}
}
`;
}
