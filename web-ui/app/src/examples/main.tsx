import { mount } from '../mount';
import { ExamplesPage } from './examples-page';
import './examples.css';

mount(ExamplesPage);
