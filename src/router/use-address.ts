import { useSyncExternalStore } from '@wordpress/element';
import { getAddress, subscribe } from './history';

/** The address of the screen; the component follows it. */
export function useAddress() {
	return useSyncExternalStore( subscribe, getAddress );
}
