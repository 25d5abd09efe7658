import { linkOf } from './follow-links';

const PAGES = [ 'carnet', 'carnet-deals' ];

function clickOn( href: string, options: MouseEventInit = {} ) {
	document.body.innerHTML = `<a href="${ href }">Go</a>`;
	let found: URL | null = null;
	const look = ( event: MouseEvent ) => {
		found = linkOf( event, PAGES );
		event.preventDefault();
	};
	document.addEventListener( 'click', look, { once: true } );
	document
		.querySelector( 'a' )
		?.dispatchEvent( new MouseEvent( 'click', { bubbles: true, cancelable: true, ...options } ) );
	return found as URL | null;
}

beforeAll( () => window.history.replaceState( null, '', '/wp-admin/admin.php?page=carnet' ) );

it( 'follows a plain click on a link to a screen', () => {
	expect( clickOn( 'admin.php?page=carnet-deals&id=3' )?.search ).toBe( '?page=carnet-deals&id=3' );
} );

it.each( [
	[ 'with a modifier key', 'admin.php?page=carnet-deals', { ctrlKey: true } ],
	[ 'to another page of WordPress', 'admin.php?page=other', {} ],
	[ 'to a place on the same page', '#wpbody-content', {} ],
] )( 'leaves a click %s to the browser', ( _, href, options ) => {
	expect( clickOn( href, options ) ).toBeNull();
} );
