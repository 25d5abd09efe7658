// A person with a browser's cookies, for checks over HTTP without a browser.
export function visitor( base ) {
	const cookies = new Map( [ [ 'wordpress_test_cookie', 'WP%20Cookie%20check' ] ] );

	async function send( path, options = {} ) {
		const cookie = [ ...cookies ].map( ( [ name, value ] ) => `${ name }=${ value }` ).join( '; ' );
		const answer = await fetch( new URL( path, base ), {
			redirect: 'manual',
			...options,
			headers: { ...options.headers, cookie },
		} );
		for ( const line of answer.headers.getSetCookie() ) {
			const [ , name, value ] = /^([^=]+)=([^;]*)/.exec( line );
			cookies.set( name, value );
		}
		return { status: answer.status, headers: answer.headers, body: await answer.text() };
	}

	return {
		get: ( path ) => send( path ),
		/** A REST request with the nonce of the person's session; `data` is the JSON body. */
		async rest( method, path, data ) {
			const { body: nonce } = await send( '/wp-admin/admin-ajax.php?action=rest-nonce' );
			const headers = { 'X-WP-Nonce': nonce, 'Content-Type': 'application/json' };
			return send( `/wp-json/carnet/v1${ path }`, { method, headers, body: data && JSON.stringify( data ) } );
		},
		async signIn( login, password ) {
			const form = new URLSearchParams( { log: login, pwd: password, testcookie: '1' } );
			const { status } = await send( '/wp-login.php', { method: 'POST', body: form } );
			if ( status !== 302 ) {
				throw new Error( `${ login } cannot sign in.` );
			}
		},
	};
}
