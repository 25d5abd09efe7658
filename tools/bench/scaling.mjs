// npm run bench:scaling: two nodes, a replica that is behind, Redis; what docs/scaling.md claims, tried out. Exit 1 when something fails.
import { exitOnSignals, fail } from '../process.mjs';
import { numbers, ownWrites, settings, statements, sweeps, traces, writers } from './scaling/checks.mjs';
import { BEHIND, filesOf, missing, startCluster } from './scaling/cluster.mjs';
import { browser, session } from './scaling/person.mjs';

exitOnSignals();
// Each child is ended with this process.
process.setMaxListeners( 30 );
if ( missing() ) {
	fail( `Two nodes are started on this machine: install ${ missing() }.` );
}

const lines = [];
const tell = ( what, isTrue, detail = '' ) => {
	lines.push( { what, isTrue } );
	console.log( `${ isTrue ? 'passed' : 'FAILED' }  ${ what }${ detail ? ` (${ detail })` : '' }` );
};

const cluster = await startCluster();
try {
	console.log( `Nodes A and B, a replica ${ BEHIND } seconds behind, Redis.\n` );
	const [ a, b ] = cluster.nodes;
	const [ boss, other ] = [ session( a, 'admin' ), session( a, 'manager' ) ];
	// Sessions are user meta: a replica that does not have them yet would sign people out.
	await cluster.catchUp();
	const run = { ...cluster, filesOf, tell, admin: () => browser( boss ), manager: () => browser( other ) };
	for ( const node of [ a, b ] ) {
		await run.admin().send( node, 'GET', '/carnet/v1/contacts' );
		await run.admin().send( node, 'GET', '/wp-admin/admin.php?page=carnet-contacts' );
	}
	run.before = cluster.nodes.map( filesOf );
	for ( const check of [ writers, ownWrites, sweeps, numbers, settings, statements, traces ] ) {
		await check( run );
	}
} finally {
	await cluster.stop();
}
const failed = lines.filter( ( { isTrue } ) => ! isTrue ).length;
console.log( `\n${ lines.length - failed } of ${ lines.length } passed.` );
process.exitCode = failed ? 1 : 0;
