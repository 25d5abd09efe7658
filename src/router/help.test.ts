import { showHelpOf } from './help';

beforeEach( () => {
	document.body.innerHTML = [ 'carnet-deals', 'carnet-quotes', 'overview' ]
		.map( ( id ) => `<li id="tab-link-carnet-help-${ id }"><a href="#">${ id }</a></li>` )
		.join( '' );
} );

it( 'shows the help of the page and what holds everywhere', () => {
	const opened: string[] = [];
	document.body.addEventListener( 'click', ( { target } ) => opened.push( ( target as Element ).innerHTML ) );
	showHelpOf( 'carnet-quotes' );
	const shown = [ ...document.querySelectorAll( 'li:not([hidden])' ) ].map( ( { textContent } ) => textContent );
	expect( shown ).toEqual( [ 'carnet-quotes', 'overview' ] );
	expect( opened ).toEqual( [ 'carnet-quotes' ] );
	showHelpOf( 'carnet-deals' );
	expect( opened ).toEqual( [ 'carnet-quotes', 'carnet-deals' ] );
} );
