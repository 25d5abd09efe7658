import apiFetch from '@wordpress/api-fetch';
import { createRoot } from '@wordpress/element';
import { App } from './app/app';
import { noteHeaders } from './entities/answers';
import { boot } from './entities/boot';
import { translateDataViews } from './entities/dataviews-strings';
import { registerEntities } from './entities/register';
import { followLinks } from './router/follow-links';
import './style.scss';

const root = document.getElementById( 'carnet-root' );
if ( root ) {
	const { pages, entities } = boot();
	apiFetch.use( noteHeaders );
	registerEntities();
	translateDataViews();
	followLinks( [ ...Object.values( pages ), ...Object.values( entities ).map( ( { page } ) => page ) ] );
	createRoot( root ).render( <App /> );
}
