// The results as Markdown, aligned so that a terminal shows a table as well.
import { cpus } from 'node:os';
import { capture } from '../process.mjs';
import { php } from '../php.mjs';

const HEAD = {
	operation: 'operation',
	person: 'as',
	result: 'ratio',
	goal: 'goal',
	missed: '',
	queries: 'own queries',
	ms: 'own ms',
	memory: 'MB above',
};

export function markdown( lines, { contacts, engine, rounds } ) {
	const rows = [ HEAD, ...lines.map( ( line ) => ( { ...line, missed: line.missed ? 'missed' : '' } ) ) ];
	const columns = Object.keys( HEAD );
	const width = ( column ) => Math.max( 3, ...rows.map( ( row ) => row[ column ].length ) );
	const text = rows.map(
		( row ) => `| ${ columns.map( ( column ) => row[ column ].padEnd( width( column ) ) ).join( ' | ' ) } |`
	);
	text.splice( 1, 0, `| ${ columns.map( ( column ) => '-'.repeat( width( column ) ) ).join( ' | ' ) } |` );
	const database =
		engine === 'mysql' ? capture( 'mariadbd', [ '--version' ] ).match( /[\d.]+-MariaDB/ )[ 0 ] : 'SQLite';
	const machine = `${ cpus().length } × ${ cpus()[ 0 ].model.trim() }, PHP ${ php().version }, ${ database }`;
	const day = new Date().toISOString().slice( 0, 10 );
	return `${ contacts.toLocaleString( 'en' ) } contacts, ${ day }, ${ machine }, quarter of ${ rounds } rounds:\n\n${ text.join( '\n' ) }\n`;
}
