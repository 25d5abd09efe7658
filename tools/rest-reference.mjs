// The reference part of docs/rest-api.md. What stands above the marker is written by hand and stays.
const MARKER = '<!-- Generated below this line by npm run generate. Do not edit. -->';
const START = '# REST API\n\nNamespace `carnet/v1`, below `/wp-json/`.\n';

/**
 * The document with its reference.
 *
 * @param document As it is.
 * @param routes   As their OPTIONS answers describe them.
 * @param examples docs/rest-examples.json, which a PHP test sends.
 */
export function withReference( document, routes, examples = { ids: {}, groups: [] } ) {
	const [ written ] = document ? document.split( MARKER ) : [ START ];
	return `${ written.trimEnd() }\n\n${ MARKER }\n\n${ inCurl( examples ) }${ reference( routes ) }`;
}

/** Examples to be pasted into a shell, each with what is answered. */
function inCurl( { ids, groups } ) {
	const filled = ( text ) =>
		text
			.replace( /"\{(\w+)\}"/g, ( whole, name ) => ids[ name ] ?? whole )
			.replace( /\{(\w+)\}/g, ( whole, name ) => ids[ name ] ?? whole );
	const json = ( value ) => filled( JSON.stringify( value ) );
	const quoted = ( text ) => `'${ text.replaceAll( "'", "'\\''" ) }'`;
	const command = ( { method, path, body, request_headers: headers = {} } ) =>
		[
			`curl -g -u "$USER:$PASSWORD"${ method === 'GET' ? '' : ` -X ${ method }` } "$SITE/wp-json/carnet/v1${ filled( path ) }"`,
			...Object.entries( headers ).map( ( [ name, value ] ) => `-H ${ quoted( `${ name }: ${ value }` ) }` ),
			...( body ? [ `-H 'Content-Type: application/json'`, `-d ${ quoted( json( body ) ) }` ] : [] ),
		].join( ' \\\n  ' );
	const answer = ( { status, headers = {}, answer: shown } ) =>
		[
			`Answer: ${ status }`,
			...Object.entries( headers ).map( ( [ name, value ] ) => `\`${ name }: ${ value }\`` ),
			`\`${ json( shown ) }\``,
		].join( ', ' );
	const parts = groups.flatMap( ( { title, examples } ) => [
		`### ${ title }`,
		...examples.flatMap( ( example ) => [
			example.says,
			`\`\`\`sh\n${ command( example ) }\n\`\`\``,
			answer( example ),
		] ),
	] );
	return parts.length ? `## Examples\n\n${ parts.join( '\n\n' ) }\n\n` : '';
}

function reference( routes ) {
	const paths = Object.keys( routes ).sort( byPath );
	const schemas = new Map();
	const parts = [ '## Routes' ];
	for ( const path of paths ) {
		const { endpoints = [], schema } = routes[ path ];
		for ( const { methods, args } of endpoints ) {
			parts.push( `### ${ methods.join( ', ' ) } ${ readable( path ) }` );
			if ( schema?.title ) {
				parts.push( `Item: [${ schema.title }](#${ anchor( schema.title ) })` );
				schemas.set( schema.title, schema );
			}
			parts.push( parameters( args ) );
		}
	}
	parts.push( '## Items' );
	for ( const title of [ ...schemas.keys() ].sort() ) {
		parts.push( `### ${ title }`, properties( schemas.get( title ) ) );
	}
	return `${ parts.filter( Boolean ).join( '\n\n' ) }\n`;
}

const plain = ( path ) => path.replace( '/carnet/v1', '' );
const byPath = ( a, b ) => ( readable( a ) < readable( b ) ? -1 : 1 );
/** `/carnet/v1/contacts/(?P<id>[\d]+)` -> `/contacts/{id}`. */
const readable = ( path ) => plain( path ).replace( /\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)/g, '{$1}' );
const anchor = ( title ) =>
	title
		.toLowerCase()
		.replace( /[^a-z0-9 _-]/g, '' )
		.replaceAll( ' ', '-' );

function parameters( args ) {
	const rows = entries( args ).map( ( [ name, arg ] ) => [
		`\`${ name }\`${ arg.required ? ' (required)' : '' }`,
		typeOf( arg ),
		arg.default === undefined || arg.default === null ? '' : `\`${ JSON.stringify( arg.default ) }\``,
		arg.description ?? '',
	] );
	return table( [ 'Parameter', 'Type', 'Default', '' ], rows );
}

function properties( schema ) {
	const rows = entries( schema.properties ).map( ( [ name, property ] ) => [
		`\`${ name }\``,
		typeOf( property ),
		property.readonly ? 'read-only' : '',
		property.description ?? '',
	] );
	return table( [ 'Property', 'Type', '', '' ], rows );
}

// PHP writes an empty map as [].
const entries = ( map ) => ( map && ! Array.isArray( map ) ? Object.entries( map ) : [] );

function typeOf( { type, format, enum: values, items, maxLength, minimum, maximum } ) {
	const list = values ?? items?.enum;
	const kind = [ type ]
		.flat()
		.map( ( name ) =>
			name === 'array' && items?.type ? `array of ${ [ items.type ].flat().join( ' or ' ) }` : name
		);
	const limits = [
		format,
		maxLength !== undefined && `at most ${ maxLength } characters`,
		minimum !== undefined && `from ${ minimum }`,
		maximum !== undefined && `to ${ maximum }`,
		list && valuesOf( list ),
	];
	return [ kind.filter( Boolean ).join( ' or ' ), ...limits.filter( Boolean ) ].join( ', ' );
}

/** All values, or the first and the last of a long list such as the countries. */
function valuesOf( list ) {
	const quoted = list.filter( ( value ) => value !== null ).map( ( value ) => `\`${ value }\`` );
	return quoted.length > 30
		? `${ quoted[ 0 ] } ... ${ quoted.at( -1 ) } (${ quoted.length } values)`
		: quoted.join( ' ' );
}

function table( head, rows ) {
	if ( ! rows.length ) {
		return '';
	}
	const line = ( cells ) =>
		`| ${ cells.map( ( cell ) => String( cell ).replaceAll( '|', '\\|' ).replaceAll( '\n', ' ' ) ).join( ' | ' ) } |`;
	return [ line( head ), line( head.map( () => '---' ) ), ...rows.map( line ) ].join( '\n' );
}
