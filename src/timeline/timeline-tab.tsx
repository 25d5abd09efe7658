import { Button, Notice } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useWords } from '../history/use-words';
import { TimelineItem } from './timeline-item';
import { useTimeline } from './use-timeline';

interface TimelineTabProps {
	entity: string;
	id: number;
}

/**
 * Everything that happened with a record, in one order; more comes as one scrolls, or by the button.
 */
export function TimelineTab( { entity, id }: TimelineTabProps ) {
	const { items, hasMore, error, more } = useTimeline( entity, id );
	const end = useRef< HTMLDivElement >( null );
	const words = useWords(
		entity,
		items.flatMap( ( { changes } ) =>
			Object.entries( changes ).flatMap( ( [ field, { before, after } ] ) => [
				{ field, value: before },
				{ field, value: after },
			] )
		)
	);
	useEffect( () => {
		if ( ! end.current || ! items.length || ! hasMore ) {
			return;
		}
		const observer = new IntersectionObserver( ( [ entry ] ) => {
			if ( entry?.isIntersecting ) {
				void more();
			}
		} );
		observer.observe( end.current );
		return () => observer.disconnect();
	}, [ items.length, hasMore, more ] );
	return (
		<>
			{ error && (
				<Notice status="error" isDismissible={ false }>
					{ error }
				</Notice>
			) }
			<ul className="carnet-history">
				{ items.map( ( item ) => (
					<TimelineItem
						key={ `${ item.kind }-${ item.changeset_id }-${ item.id }` }
						item={ item }
						words={ words }
					/>
				) ) }
			</ul>
			{ ! hasMore && ! items.length && ! error && <p>{ __( 'Nothing has happened yet.', 'carnet-crm' ) }</p> }
			<div ref={ end }>
				{ hasMore && items.length > 0 && (
					<Button __next40pxDefaultSize variant="secondary" onClick={ () => void more() }>
						{ __( 'Show more', 'carnet-crm' ) }
					</Button>
				) }
			</div>
		</>
	);
}
