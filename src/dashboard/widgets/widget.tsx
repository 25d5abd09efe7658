import { useId } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';

interface WidgetProps {
	title: string;
	/** What the figure is made of, in words. */
	formula: string;
	children: ReactNode;
}

/** The frame of a widget: a title, its figures, and how they are worked out. */
export function Widget( { title, formula, children }: WidgetProps ) {
	const id = useId();
	return (
		<section className="carnet-widget" aria-labelledby={ id }>
			<h2 id={ id }>{ title }</h2>
			{ children }
			<details>
				<summary>{ __( 'How this is counted', 'carnet-crm' ) }</summary>
				<p>{ formula }</p>
			</details>
		</section>
	);
}
