import type { Address } from './address';
import { formatAddress, isSameScreen, parseAddress } from './address';

/**
 * Where the person is, and the way from there. Screens change without a page load; a screen with unsaved changes
 * may hold a move back until the person has said what to do (see LeaveDialog).
 */
type Move = { kind: 'push' | 'replace'; address: Address } | { kind: 'go'; delta: number };

let current: Address = parseAddress( window.location.search );
/** Position in the browser's history, kept in its entries: it tells Back from Forward. */
let position = Number( window.history.state?.carnet ?? 0 );
let held: Move | null = null;
let isHolding = false;
let ignoreNextPop = false;
let focusIsDue = false;
const listeners = new Set< () => void >();

function notify() {
	listeners.forEach( ( listener ) => listener() );
}

function arrive( address: Address ) {
	if ( ! isSameScreen( current, address ) ) {
		focusIsDue = true;
		// Chromium takes long to remove a list in which something has the focus.
		document.querySelector< HTMLElement >( '.carnet-list :focus' )?.blur();
	}
	current = address;
	notify();
}

function perform( move: Move ) {
	if ( move.kind === 'go' ) {
		window.history.go( move.delta );
		return;
	}
	position += move.kind === 'push' ? 1 : 0;
	window.history[ move.kind === 'push' ? 'pushState' : 'replaceState' ](
		{ carnet: position },
		'',
		formatAddress( move.address )
	);
	if ( move.kind === 'push' && ! isSameScreen( current, move.address ) ) {
		window.scrollTo( 0, 0 );
	}
	arrive( move.address );
}

function isHeld( next: Address ): boolean {
	// A record keeps what was typed while another of its tabs is shown; the tabs of the settings do not.
	const isTabOfPage = next.id === undefined && current.tab !== next.tab;
	return isHolding && ( isTabOfPage || ! isSameScreen( current, next ) );
}

function onPop( event: PopStateEvent ) {
	const nextPosition = Number( event.state?.carnet ?? 0 );
	const delta = nextPosition - position;
	if ( ignoreNextPop ) {
		ignoreNextPop = false;
		position = nextPosition;
		return;
	}
	const next = parseAddress( window.location.search );
	position = nextPosition;
	if ( isHeld( next ) && delta !== 0 ) {
		held = { kind: 'go', delta };
		ignoreNextPop = true;
		window.history.go( -delta );
		notify();
		return;
	}
	arrive( next );
}

window.history.replaceState( { ...window.history.state, carnet: position }, '' );
window.addEventListener( 'popstate', onPop );

export function subscribe( listener: () => void ): () => void {
	listeners.add( listener );
	return () => listeners.delete( listener );
}

export function getAddress(): Address {
	return current;
}

/**
 * Goes to an address.
 *
 * @param to Where to; with `replace` Back skips the address left.
 */
export function navigate( to: Partial< Address > & { page: string }, { replace = false }: { replace?: boolean } = {} ) {
	const move: Move = {
		kind: replace ? 'replace' : 'push',
		address: { params: {}, ...to },
	};
	if ( isHeld( move.address ) ) {
		held = move;
		notify();
		return;
	}
	perform( move );
}

/**
 * Holds moves to other screens until released.
 *
 * @param hold Whether there is something to lose.
 */
export function holdMoves( hold: boolean ) {
	isHolding = hold;
}

/** Whether a move waits for the person's answer. */
export function hasHeldMove(): boolean {
	return held !== null;
}

/**
 * The person's answer.
 *
 * @param leave Whether to leave and lose the changes.
 */
export function answerHeldMove( leave: boolean ) {
	const move = held;
	held = null;
	if ( move && leave ) {
		isHolding = false;
		perform( move );
	}
	notify();
}

/** Whether the heading should take the focus: once after each change of screen, never on page load. */
export function takeFocusDue(): boolean {
	const due = focusIsDue;
	focusIsDue = false;
	return due;
}
