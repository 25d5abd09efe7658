import { answerHeldMove, getAddress, hasHeldMove, holdMoves, navigate, subscribe, takeFocusDue } from './history';

const go = ( id?: string, tab?: string ) => navigate( { page: 'carnet-contacts', id, tab } );

beforeAll( () => {
	window.scrollTo = jest.fn();
} );
beforeEach( () => {
	holdMoves( false );
	go();
	takeFocusDue();
} );

describe( 'going to another screen', () => {
	it( 'changes the address without loading a page', () => {
		const seen = jest.fn();
		const stop = subscribe( seen );
		go( '12' );
		stop();
		expect( window.location.search ).toBe( '?page=carnet-contacts&id=12' );
		expect( getAddress().id ).toBe( '12' );
		expect( seen ).toHaveBeenCalled();
	} );

	it( 'moves the focus once, and not for a tab of the same record', () => {
		const link = document.body
			.appendChild( document.createElement( 'div' ) )
			.appendChild( document.createElement( 'button' ) );
		link.parentElement!.className = 'carnet-list';
		link.focus();
		const stop = subscribe( () => expect( document.querySelector( ':focus' ) ).toBeNull() );
		go( '12' );
		stop();
		link.focus();
		expect( takeFocusDue() ).toBe( true );
		expect( takeFocusDue() ).toBe( false );
		go( '12', 'history' );
		expect( takeFocusDue() ).toBe( false );
		expect( document.querySelector( ':focus' ) ).toBe( link );
	} );
} );

describe( 'unsaved changes', () => {
	it( 'hold a move until the person says to stay', () => {
		go( '12' );
		holdMoves( true );
		go( '13' );
		expect( hasHeldMove() ).toBe( true );
		answerHeldMove( false );
		expect( hasHeldMove() ).toBe( false );
		expect( getAddress().id ).toBe( '12' );
	} );

	it( 'are left when the person says so', () => {
		go( '12' );
		holdMoves( true );
		go( '13' );
		answerHeldMove( true );
		expect( getAddress().id ).toBe( '13' );
	} );

	it( 'allow a look at another tab of the record', () => {
		go( '12' );
		holdMoves( true );
		go( '12', 'history' );
		expect( hasHeldMove() ).toBe( false );
		expect( getAddress().tab ).toBe( 'history' );
	} );

	it( 'hold a change of tab where a page has no record to keep them', () => {
		holdMoves( true );
		go( undefined, 'tags' );
		expect( hasHeldMove() ).toBe( true );
		answerHeldMove( false );
	} );

	it( 'hold Back as well', async () => {
		go( '12' );
		holdMoves( true );
		const moved = new Promise( ( resolve ) => window.addEventListener( 'popstate', resolve, { once: true } ) );
		window.history.back();
		await moved;
		expect( hasHeldMove() ).toBe( true );
		expect( getAddress().id ).toBe( '12' );
		answerHeldMove( false );
	} );
} );
