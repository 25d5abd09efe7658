// Reads and writes plain zip files (stored or deflated, no zip64): enough for WordPress, the SQLite drop-in and our release.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { crc32 as nodeCrc32, deflateRawSync, inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
// 1 January 1980, the first date a zip knows: the same files give the same archive on every machine.
const DATE = 0x0021;

/** Unpacks a zip below a folder. */
export function unzip( file, folder ) {
	const data = Buffer.isBuffer( file ) ? file : readFileSync( file );
	let end = data.length - 22;
	while ( end >= 0 && data.readUInt32LE( end ) !== END ) {
		end--;
	}
	if ( end < 0 ) {
		throw new Error( 'Not a zip file.' );
	}
	let at = data.readUInt32LE( end + 16 );
	for ( let left = data.readUInt16LE( end + 10 ); left > 0; left-- ) {
		if ( data.readUInt32LE( at ) !== CENTRAL ) {
			throw new Error( 'Damaged zip file.' );
		}
		const method = data.readUInt16LE( at + 10 );
		const size = data.readUInt32LE( at + 20 );
		const [ nameLength, extraLength, noteLength ] = [ 28, 30, 32 ].map( ( offset ) =>
			data.readUInt16LE( at + offset )
		);
		const local = data.readUInt32LE( at + 42 );
		const name = data.toString( 'utf8', at + 46, at + 46 + nameLength );
		at += 46 + nameLength + extraLength + noteLength;
		if ( normalize( name ).startsWith( '..' ) || name.startsWith( '/' ) ) {
			throw new Error( `Unsafe path in the zip file: ${ name }` );
		}
		const target = join( folder, name );
		if ( name.endsWith( '/' ) ) {
			mkdirSync( target, { recursive: true } );
			continue;
		}
		const start = local + 30 + data.readUInt16LE( local + 26 ) + data.readUInt16LE( local + 28 );
		const raw = data.subarray( start, start + size );
		mkdirSync( dirname( target ), { recursive: true } );
		writeFileSync( target, method === 8 ? inflateRawSync( raw ) : raw );
	}
}

/** A zip of `[ [ name, Buffer ], ... ]`, in that order. */
export function zip( entries ) {
	const parts = [];
	const directory = [];
	let offset = 0;
	for ( const [ name, content ] of entries ) {
		const nameBytes = Buffer.from( name );
		const packed = deflateRawSync( content, { level: 9 } );
		const shared = Buffer.alloc( 26 );
		shared.writeUInt16LE( 20, 0 );
		shared.writeUInt16LE( 0x0800, 2 ); // The name is UTF-8.
		shared.writeUInt16LE( 8, 4 );
		shared.writeUInt16LE( DATE, 8 );
		shared.writeUInt32LE( crc32( content ), 10 );
		shared.writeUInt32LE( packed.length, 14 );
		shared.writeUInt32LE( content.length, 18 );
		shared.writeUInt16LE( nameBytes.length, 22 );
		const local = Buffer.alloc( 4 );
		local.writeUInt32LE( LOCAL, 0 );
		parts.push( local, shared, nameBytes, packed );
		const before = Buffer.alloc( 6 );
		before.writeUInt32LE( CENTRAL, 0 );
		before.writeUInt16LE( 0x0314, 4 ); // Made on Unix: the mode below counts.
		const after = Buffer.alloc( 14 );
		after.writeUInt32LE( 0o100644 * 0x10000, 6 );
		after.writeUInt32LE( offset, 10 );
		directory.push( before, shared, after, nameBytes );
		offset += 30 + nameBytes.length + packed.length;
	}
	const size = directory.reduce( ( sum, part ) => sum + part.length, 0 );
	const end = Buffer.alloc( 22 );
	end.writeUInt32LE( END, 0 );
	end.writeUInt16LE( entries.length, 8 );
	end.writeUInt16LE( entries.length, 10 );
	end.writeUInt32LE( size, 12 );
	end.writeUInt32LE( offset, 16 );
	return Buffer.concat( [ ...parts, ...directory, end ] );
}

// zlib.crc32 came with Node 20.15 and 22.2.
function crc32( content ) {
	return nodeCrc32( content ) >>> 0;
}
